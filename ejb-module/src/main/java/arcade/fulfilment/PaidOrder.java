package arcade.fulfilment;

import arcade.shared.Money;
import arcade.shared.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * An order as it is when something is to happen to it, its lines locked by the caller's transaction.
 *
 * @param items what the lines add up to before any discount
 * @param forItems what was paid for them: the total without the shipping
 */
record PaidOrder(
        long id, Token token, long storeId, boolean paid, Money items, Money forItems, List<LineProgress> lines) {

    boolean nothingSent() {
        return lines.stream().allMatch(line -> line.shipped() == 0);
    }

    LineProgress line(int position) {
        return lines.get(position - 1);
    }

    boolean hasLine(int position) {
        return position >= 1 && position <= lines.size();
    }

    /** What was paid for these pieces, their share of the order's discount taken off, rounded down to the minor unit. */
    Money paidFor(List<Pieces> pieces) {
        long full = 0;
        for (Pieces some : pieces) {
            full = Math.addExact(full, Math.multiplyExact(line(some.position()).unitMinor(), some.count()));
        }
        if (items.isZero()) {
            return items;
        }
        return new Money(
                BigDecimal.valueOf(full)
                        .multiply(BigDecimal.valueOf(forItems.minor()))
                        .divide(BigDecimal.valueOf(items.minor()), 0, RoundingMode.DOWN)
                        .longValueExact(),
                items.currency());
    }
}
