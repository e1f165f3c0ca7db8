package arcade.web.catalog;

import arcade.shared.Wording;
import java.util.OptionalLong;

/**
 * What a shopper is told about the pieces of a variant.
 *
 * @param style {@code in}, {@code few} or {@code out}
 */
public record Availability(String style, String text, boolean buyable) {
    private static final long FEW = 5;

    /** @param left pieces that can be bought; empty: they are not counted */
    static Availability of(Wording words, OptionalLong left) {
        long pieces = left.orElse(Long.MAX_VALUE);
        if (pieces <= 0) {
            return new Availability("out", words.say("stock.out"), false);
        }
        return pieces <= FEW
                ? new Availability("few", words.say("stock.few", pieces), true)
                : new Availability("in", words.say("stock.in"), true);
    }
}
