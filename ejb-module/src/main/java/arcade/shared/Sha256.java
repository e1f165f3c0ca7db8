package arcade.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), told as 64 hexadecimal digits in small letters. */
public final class Sha256 {
    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String of(byte[] content) {
        return new Sha256().with(content).hex();
    }

    /** Of the text in UTF-8. */
    public static String of(String text) {
        return new Sha256().with(text).hex();
    }

    public Sha256 with(byte... content) {
        digest.update(content);
        return this;
    }

    public Sha256 with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends it: what comes afterwards is another sum. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
