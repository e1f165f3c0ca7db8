package arcade.web.catalog;

import java.util.OptionalLong;

/**
 * What a shopper is told about the pieces of a variant.
 *
 * @param style {@code in}, {@code few} or {@code out}
 */
public record Availability(String style, String text, boolean buyable) {
    private static final long FEW = 5;

    /** @param left pieces that can be bought; empty: they are not counted */
    static Availability of(OptionalLong left) {
        long pieces = left.orElse(Long.MAX_VALUE);
        if (pieces <= 0) {
            return new Availability("out", "Sold out at the moment", false);
        }
        return pieces <= FEW
                ? new Availability("few", "Only " + pieces + " left, ready to send", true)
                : new Availability("in", "In stock, ready to send", true);
    }
}
