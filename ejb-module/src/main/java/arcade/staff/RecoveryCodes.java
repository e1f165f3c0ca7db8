package arcade.staff;

import arcade.database.Sql;
import arcade.shared.Sha256;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** For who has lost his telephone: ten codes of 80 random bits, each good once. Kept as hashes. */
@ApplicationScoped
class RecoveryCodes {
    private static final int MANY = 10;
    private static final int LENGTH = 16;

    @Inject
    private Sql sql;

    /** Makes new ones, inside the caller's transaction; those before are worth nothing any more. */
    List<String> renew(long staff) {
        sql.update("DELETE FROM staff_recovery_code WHERE staff_id = ?", staff);
        List<String> codes = Stream.generate(() -> Token.random().value().substring(0, LENGTH))
                .limit(MANY)
                .toList();
        codes.forEach(code ->
                sql.update("INSERT INTO staff_recovery_code (staff_id, code_hash) VALUES (?, ?)", staff, hash(code)));
        return codes.stream()
                .map(code -> code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8, 12) + "-"
                        + code.substring(12))
                .toList();
    }

    boolean take(long staff, String code) {
        return sql.update(
                        "UPDATE staff_recovery_code SET used_at = UTC_TIMESTAMP(6)"
                                + " WHERE staff_id = ? AND code_hash = ? AND used_at IS NULL",
                        staff,
                        hash(code.toLowerCase(Locale.ROOT)))
                == 1;
    }

    private static String hash(String code) {
        return Sha256.of(code);
    }
}
