package arcade.desk.goods;

import static java.nio.charset.StandardCharsets.UTF_8;

import arcade.shared.Money;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a change of prices would do, or did.
 *
 * @param lines those that change, by title
 * @param more there are more than may be changed at once: nothing can be applied
 */
public record PricePreview(List<Line> lines, boolean more) {

    public PricePreview {
        lines = List.copyOf(lines);
    }

    /** One price. */
    public record Line(String sku, String title, Money before, Money after) {}

    /** Tells one preview from another: what was looked at is what is applied. */
    public String fingerprint() {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sum.update((line.sku() + " " + line.before().minor() + " "
                            + line.after().minor() + "\n")
                    .getBytes(UTF_8)));
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
