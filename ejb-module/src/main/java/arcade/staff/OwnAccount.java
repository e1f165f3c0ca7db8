package arcade.staff;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.password.EasyPasswords;
import arcade.password.PasswordHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What each of the staff may change of his own account, whatever his role. */
@ApplicationScoped
public class OwnAccount {
    private static final int LEAST = 12;
    private static final int MOST = 128;
    private static final String KIND = "staff";

    @Inject
    private StaffRows rows;

    @Inject
    private PasswordHashes passwords;

    @Inject
    private SignInTries tries;

    @Inject
    private SecretBox box;

    @Inject
    private RecoveryCodes recovery;

    @Inject
    private AuditLog log;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** @param codes shown once, and never again; empty unless the answer is DONE */
    public record Enrolled(StaffAnswer answer, List<String> codes) {}

    /** Ends all other sessions; the caller's own goes on by {@link Staff#sessions} as it is now. */
    public StaffAnswer changePassword(Acting acting, String present, String next) {
        try {
            return tryPassword(acting, present, next);
        } catch (PasswordHashes.Busy busy) {
            return StaffAnswer.BUSY;
        }
    }

    private StaffAnswer tryPassword(Acting acting, String present, String next) {
        StaffRows.WithHash known = rows.withHash(acting.id()).orElseThrow();
        if (!tries.mayTryAccount(acting.email()) || !passwords.isRight(present, known.hash())) {
            return StaffAnswer.PRESENT_PASSWORD;
        }
        tries.forgetAccount(acting.email());
        if (next.length() < LEAST
                || next.length() > MOST
                || next.equals(present)
                || EasyPasswords.contain(next, List.of(acting.email(), acting.name()))) {
            return StaffAnswer.PASSWORD;
        }
        String hash = passwords.hash(next);
        transactions.run(() -> {
            sql.update(
                    "UPDATE staff SET password_hash = ?, must_change = FALSE, sessions = sessions + 1 WHERE id = ?",
                    hash,
                    acting.id());
            return log.write(Optional.of(acting), "staff.password.own", KIND, Long.toString(acting.id()), null, null);
        });
        return StaffAnswer.DONE;
    }

    /** The secret goes to the page in a form that only a node can read, and comes back from it. */
    public String sealed(byte[] secret) {
        return java.util.Base64.getEncoder().encodeToString(box.lock(secret));
    }

    /** The secret of {@link #sealed}. @throws IllegalArgumentException it was not sealed here */
    public byte[] unsealed(String sealed) {
        try {
            return box.open(java.util.Base64.getDecoder().decode(sealed));
        } catch (IllegalStateException | java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("not sealed by this house", e);
        }
    }

    /** @param code of the app, to see that it has the secret */
    public Enrolled enrol(Acting acting, byte[] secret, String code) {
        OptionalLong step = tries.mayTryCode(acting.id())
                ? Totp.step(secret, code.replaceAll("\\s", ""), clock.instant())
                : OptionalLong.empty();
        if (step.isEmpty()) {
            return new Enrolled(StaffAnswer.CODE, List.of());
        }
        tries.forgetCode(acting.id());
        List<String> codes = transactions.run(() -> {
            sql.update(
                    "UPDATE staff SET totp_secret = ?, totp_step = ?, sessions = sessions + 1 WHERE id = ?",
                    box.lock(secret),
                    step.getAsLong(),
                    acting.id());
            log.write(Optional.of(acting), "staff.enrol", KIND, Long.toString(acting.id()), null, null);
            return recovery.renew(acting.id());
        });
        return new Enrolled(StaffAnswer.DONE, codes);
    }
}
