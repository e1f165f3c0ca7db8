package arcade.desk.goods;

import arcade.shared.Money;
import arcade.shared.Sha256;
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
        Sha256 sum = new Sha256();
        lines.forEach(line -> sum.with(
                line.sku() + " " + line.before().minor() + " " + line.after().minor() + "\n"));
        return sum.hex();
    }
}
