package arcade.fulfilment;

import arcade.shared.Money;
import arcade.shared.Token;
import java.util.Currency;
import java.util.List;

/** An order as it is when something is to happen to it, its lines locked by the caller's transaction. */
record PaidOrder(long id, Token token, long storeId, boolean paid, Currency currency, List<LineProgress> lines) {

    boolean nothingSent() {
        return lines.stream().allMatch(line -> line.shipped() == 0);
    }

    LineProgress line(int position) {
        return lines.get(position - 1);
    }

    boolean hasLine(int position) {
        return position >= 1 && position <= lines.size();
    }

    /** What was paid for these pieces, their share of what promotions took off their line left out. */
    Money paidFor(List<Pieces> pieces) {
        long paid = 0;
        for (Pieces some : pieces) {
            paid = Math.addExact(paid, line(some.position()).paidFor(some.count()));
        }
        return new Money(paid, currency);
    }
}
