package arcade.staff;

import arcade.database.Sql;
import arcade.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits how often one may try. A try is counted before it is looked at, by one statement, so that a hundred at once are not more
 * than the limit; what succeeds is forgotten.
 */
@ApplicationScoped
class SignInTries {
    // In this order: the number is judged by the time that stood there before.
    private static final String COUNT = "INSERT INTO staff_try (subject, tries, since) VALUES (?, 1, UTC_TIMESTAMP(6))"
            + " ON DUPLICATE KEY UPDATE tries = IF(since < UTC_TIMESTAMP(6) - INTERVAL ? MINUTE, 1, tries + 1),"
            + " since = IF(since < UTC_TIMESTAMP(6) - INTERVAL ? MINUTE, UTC_TIMESTAMP(6), since) RETURNING tries";

    @Inject
    private Sql sql;

    @Inject
    @ConfigProperty(name = "arcade.staff.tries", defaultValue = "5")
    private int ofAccount;

    @Inject
    @ConfigProperty(name = "arcade.staff.tries-of-address", defaultValue = "50")
    private int ofAddress;

    @Inject
    @ConfigProperty(name = "arcade.staff.tries-minutes", defaultValue = "15")
    private int minutes;

    boolean mayTryAccount(String email) {
        return take(account(email), ofAccount);
    }

    boolean mayTryAddress(String address) {
        return take("address:" + address, ofAddress);
    }

    boolean mayTryCode(long staff) {
        return take("code:" + staff, ofAccount);
    }

    void forgetAccount(String email) {
        forget(account(email));
    }

    void forgetCode(long staff) {
        forget("code:" + staff);
    }

    int minutes() {
        return minutes;
    }

    private boolean take(String subject, int most) {
        return sql.first(COUNT, row -> row.getInt(1), subject, minutes, minutes).orElseThrow() <= most;
    }

    private void forget(String subject) {
        sql.update("DELETE FROM staff_try WHERE subject = ?", subject);
    }

    /** Whatever was typed has a name of the column's length. */
    private static String account(String email) {
        return "account:" + Sha256.of(email.toLowerCase(Locale.ROOT));
    }
}
