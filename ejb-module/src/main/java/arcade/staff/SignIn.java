package arcade.staff;

import arcade.database.Sql;
import arcade.password.PasswordHashes;
import arcade.staff.SignInAnswer.Known;
import arcade.staff.SignInAnswer.Wait;
import arcade.staff.SignInAnswer.Wrong;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** Signing in: a password, and then a code where the account is enrolled. Each is limited by itself. */
@ApplicationScoped
public class SignIn {
    private static final int LONGEST = 200;

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
    private Sql sql;

    @Inject
    private Clock clock;

    /** @param address of the browser, as the router tells it */
    public SignInAnswer withPassword(String email, String password, String address) {
        try {
            return tryPassword(email, password, address);
        } catch (PasswordHashes.Busy busy) {
            return new Wait(1);
        }
    }

    private SignInAnswer tryPassword(String email, String password, String address) {
        if (!tries.mayTryAddress(address) || !tries.mayTryAccount(email)) {
            return new Wait(tries.minutes());
        }
        Optional<StaffRows.WithHash> found = email.length() > LONGEST
                ? Optional.empty()
                : rows.byEmail(email).filter(one -> one.staff().active());
        if (found.isEmpty() || password.length() > LONGEST) {
            // As long as a real look: the time of an answer does not tell whether an account exists.
            passwords.isRight(password.substring(0, Math.min(LONGEST, password.length())), passwords.ofNobody());
            return new Wrong();
        }
        if (!passwords.isRight(password, found.get().hash())) {
            return new Wrong();
        }
        tries.forgetAccount(email);
        return new Known(found.get().staff());
    }

    /** @param typed six digits of the app, or one of the recovery codes */
    public SignInAnswer withCode(long staff, String typed) {
        if (!tries.mayTryCode(staff)) {
            return new Wait(tries.minutes());
        }
        Optional<Staff> known = rows.byId(staff).filter(Staff::active).filter(Staff::enrolled);
        String code = typed.replaceAll("[\\s-]", "");
        if (known.isEmpty() || !(takeCode(staff, code) || recovery.take(staff, code))) {
            return new Wrong();
        }
        tries.forgetCode(staff);
        return new Known(known.get());
    }

    /** The account of a session, if that session still counts. */
    public Optional<Staff> ofSession(long staff, long sessions) {
        return rows.byId(staff).filter(Staff::active).filter(one -> one.sessions() == sessions);
    }

    /** Tells when he came last. */
    public void arrived(long staff) {
        sql.update("UPDATE staff SET signed_in_at = UTC_TIMESTAMP(6) WHERE id = ?", staff);
    }

    /** Each code is taken once: whoever reads it over a shoulder is too late. */
    private boolean takeCode(long staff, String code) {
        Optional<byte[]> secret = sql.first(
                        "SELECT totp_secret FROM staff WHERE id = ? AND totp_secret IS NOT NULL",
                        row -> row.getBytes(1),
                        staff)
                .map(box::open);
        OptionalLong step =
                secret.map(key -> Totp.step(key, code, clock.instant())).orElse(OptionalLong.empty());
        return step.isPresent()
                && sql.update(
                                "UPDATE staff SET totp_step = ? WHERE id = ? AND totp_step < ?",
                                step.getAsLong(),
                                staff,
                                step.getAsLong())
                        == 1;
    }
}
