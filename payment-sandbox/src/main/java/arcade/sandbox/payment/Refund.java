package arcade.sandbox.payment;

import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Money given back, in full or in part; done as soon as it is made. */
public final class Refund extends Resource {
    private long amount;
    private String balanceTransaction;
    private String charge;
    private String currency;
    private Map<String, String> metadata;
    private String paymentIntent;
    private String reason;
    private String status;

    private Refund() {}

    Refund(Charge charge, long amount, String reason, Map<String, String> metadata, Instant now) {
        super(Ids.next("re_"), "refund", now);
        this.amount = amount;
        this.charge = charge.id();
        this.currency = charge.currency();
        this.metadata = metadata;
        this.paymentIntent = charge.intent();
        this.reason = reason;
        this.status = "succeeded";
    }

    /** Minor units. */
    public long amount() {
        return amount;
    }

    String charge() {
        return charge;
    }

    @Override
    public Optional<String> parent() {
        return Optional.of(paymentIntent);
    }
}
