package arcade.redemption;

import arcade.shared.Sha256;
import java.util.Locale;

/** By what one buyer is known again without keeping the e-mail address once more. */
public final class Buyers {
    private Buyers() {}

    /** SHA-256 of the address in small letters, as 64 hexadecimal digits. */
    public static String of(String email) {
        return Sha256.of(email.strip().toLowerCase(Locale.ROOT));
    }
}
