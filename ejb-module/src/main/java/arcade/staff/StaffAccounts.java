package arcade.staff;

import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.database.Transactions;
import arcade.password.PasswordHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Accounts are made, changed and switched off by administrators; none is ever deleted, because the log names them. */
@ApplicationScoped
public class StaffAccounts {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\"]{1,64}@[^@\\s<>\"]{1,189}");
    private static final int LONGEST_NAME = 120;
    private static final String KIND = "staff";

    @Inject
    private StaffRows rows;

    @Inject
    private PasswordHashes passwords;

    @Inject
    private AuditLog log;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /** @param password made up here, to be handed over and changed at the first sign-in; empty unless an account was made */
    public record Made(StaffAnswer answer, String password) {}

    public List<Staff> all(Acting acting) {
        acting.require(StaffRole.ADMIN);
        return rows.all();
    }

    public Optional<Staff> byId(long id) {
        return rows.byId(id);
    }

    /** The first administrator of an empty house. @return whether there was nobody before @throws IllegalArgumentException no mail address */
    public boolean first(String email, String password) {
        check(email, email.substring(0, Math.min(LONGEST_NAME, email.length()))).ifPresent(wrong -> {
            throw new IllegalArgumentException("email: not a mail address: " + email);
        });
        if (isStaffed()) {
            return false;
        }
        String hash = passwords.hash(password);
        return transactions.run(() -> {
            holdAdmins();
            if (isStaffed()) {
                return false;
            }
            long id = rows.insert(
                    email, email.substring(0, Math.min(LONGEST_NAME, email.length())), StaffRole.ADMIN, hash);
            log.write(Optional.empty(), "staff.first", KIND, Long.toString(id), null, shown(id));
            return true;
        });
    }

    public Made add(Acting acting, String email, String name, StaffRole role) {
        acting.require(StaffRole.ADMIN);
        Optional<StaffAnswer> wrong = check(email, name);
        if (wrong.isPresent()) {
            return new Made(wrong.get(), "");
        }
        String password = madeUp();
        try {
            String hash = passwords.hash(password);
            transactions.run(() -> {
                long id = rows.insert(email, name.strip(), role, hash);
                return log.write(Optional.of(acting), "staff.add", KIND, Long.toString(id), null, shown(id));
            });
            return new Made(StaffAnswer.DONE, password);
        } catch (PasswordHashes.Busy busy) {
            return new Made(StaffAnswer.BUSY, "");
        } catch (SqlFailure e) {
            if (e.isDuplicate("staff_email")) {
                return new Made(StaffAnswer.EMAIL_TAKEN, "");
            }
            throw e;
        }
    }

    /** Ends the account's sessions: it gets what its new role may at its next sign-in. */
    public StaffAnswer change(Acting acting, long id, StaffRole role, boolean active) {
        return changed(
                acting,
                "staff.change",
                id,
                () -> sql.update(
                        "UPDATE staff SET role = ?, active = ?, sessions = sessions + 1 WHERE id = ?",
                        role.name(),
                        active,
                        id));
    }

    /** For who has lost his telephone and his codes: the next sign-in enrols anew. */
    public StaffAnswer forgetCodes(Acting acting, long id) {
        return changed(acting, "staff.codes", id, () -> {
            sql.update("DELETE FROM staff_recovery_code WHERE staff_id = ?", id);
            return sql.update("UPDATE staff SET totp_secret = NULL, sessions = sessions + 1 WHERE id = ?", id);
        });
    }

    /** A new password, made up here, for who has forgotten his. */
    public Made newPassword(Acting acting, long id) {
        acting.require(StaffRole.ADMIN);
        String password = madeUp();
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (PasswordHashes.Busy busy) {
            return new Made(StaffAnswer.BUSY, "");
        }
        StaffAnswer answer = changed(
                acting,
                "staff.password",
                id,
                () -> sql.update(
                        "UPDATE staff SET password_hash = ?, must_change = TRUE, sessions = sessions + 1 WHERE id = ?",
                        hash,
                        id));
        return new Made(answer, answer == StaffAnswer.DONE ? password : "");
    }

    private StaffAnswer changed(Acting acting, String action, long id, Supplier<Integer> change) {
        acting.require(StaffRole.ADMIN);
        try {
            return transactions.run(() -> {
                holdAdmins();
                if (rows.byId(id).isEmpty()) {
                    return StaffAnswer.NO_SUCH_ACCOUNT;
                }
                JsonObject before = shown(id);
                change.get();
                if (sql.first("SELECT 1 FROM staff WHERE role = 'ADMIN' AND active LIMIT 1", row -> true)
                        .isEmpty()) {
                    throw new LastAdmin();
                }
                log.write(Optional.of(acting), action, KIND, Long.toString(id), before, shown(id));
                return StaffAnswer.DONE;
            });
        } catch (LastAdmin e) {
            return StaffAnswer.LAST_ADMIN;
        }
    }

    private boolean isStaffed() {
        return sql.first("SELECT 1 FROM staff LIMIT 1", row -> true).isPresent();
    }

    /** Two who take each other's role away at once take turns. */
    private void holdAdmins() {
        sql.first("SELECT name FROM staff_gate WHERE name = 'admins' FOR UPDATE", row -> true);
    }

    private static Optional<StaffAnswer> check(String email, String name) {
        if (!EMAIL.matcher(email).matches()) {
            return Optional.of(StaffAnswer.EMAIL);
        }
        boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
        return named ? Optional.empty() : Optional.of(StaffAnswer.NAME);
    }

    private static String madeUp() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private JsonObject shown(long id) {
        Staff staff = rows.byId(id).orElseThrow();
        return Json.createObjectBuilder()
                .add("email", staff.email())
                .add("name", staff.name())
                .add("role", staff.role().name())
                .add("active", staff.active())
                .add("enrolled", staff.enrolled())
                .build();
    }

    /** Rolls the change back. */
    private static final class LastAdmin extends RuntimeException {}
}
