package arcade.sandbox.checkout;

import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Instant;
import java.util.Optional;

/** One thing that is paid for. Amounts in minor units. */
public final class LineItem extends Resource {
    private long amountDiscount;
    private long amountSubtotal;
    private long amountTax;
    private long amountTotal;
    private String currency;
    private String description;
    private long quantity;
    private String checkoutSession;

    private LineItem() {}

    LineItem(String session, Order.Item item, String currency, Instant now) {
        super(Ids.next("li_"), "item", now);
        this.checkoutSession = session;
        this.currency = currency;
        this.description = item.name();
        this.quantity = item.quantity();
        this.amountSubtotal = item.total();
        this.amountTotal = item.total();
    }

    String description() {
        return description;
    }

    long quantity() {
        return quantity;
    }

    long amountTotal() {
        return amountTotal;
    }

    @Override
    public Optional<String> parent() {
        return Optional.of(checkoutSession);
    }
}
