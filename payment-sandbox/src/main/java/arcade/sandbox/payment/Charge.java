package arcade.sandbox.payment;

import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One attempt to take the money: failed, or authorized and then captured (and perhaps refunded) or let go. */
public final class Charge extends Resource {
    /** How long an authorization can be captured. */
    static final Duration AUTHORIZATION_LASTS = Duration.ofDays(7);

    private long amount;
    private long amountCaptured;
    private long amountRefunded;
    private String balanceTransaction;
    private boolean captured;
    private String currency;
    private String customer;
    private String description;
    private boolean disputed;
    private String failureCode;
    private String failureMessage;
    private Map<String, String> metadata;
    private Outcome outcome;
    private boolean paid;
    private String paymentIntent;
    private String paymentMethod;
    private MethodDetails paymentMethodDetails;
    private boolean refunded;
    private String status;

    private Charge() {}

    private Charge(PaymentIntent intent, PaymentMethod method, Instant now) {
        super(Ids.next("ch_"), "charge", now);
        this.amount = intent.amount();
        this.currency = intent.currency();
        this.customer = intent.customer();
        this.description = intent.description();
        this.metadata = intent.metadata();
        this.paymentIntent = intent.id();
        this.paymentMethod = method.id();
        long captureBefore = now.plus(AUTHORIZATION_LASTS).getEpochSecond();
        this.paymentMethodDetails = new MethodDetails(new CardDetails(method.card(), captureBefore), "card");
    }

    static Charge authorized(PaymentIntent intent, PaymentMethod method, Instant now) {
        Charge charge = new Charge(intent, method, now);
        charge.paid = true;
        charge.status = "succeeded";
        charge.outcome = new Outcome("approved_by_network", null, "normal", "Payment complete.", "authorized");
        return charge;
    }

    static Charge failed(PaymentIntent intent, PaymentMethod method, PaymentError error, Instant now) {
        Charge charge = new Charge(intent, method, now);
        charge.status = "failed";
        charge.failureCode = error.code();
        charge.failureMessage = error.message();
        charge.outcome = new Outcome(
                "declined_by_network",
                error.declineCode(),
                "normal",
                "The bank declined the payment.",
                "issuer_declined");
        return charge;
    }

    boolean isLapsed(Instant now) {
        return now.getEpochSecond() >= paymentMethodDetails.card().captureBefore();
    }

    /** @param total minor units; the rest of the authorization is let go */
    void capture(long total) {
        captured = true;
        amountCaptured = total;
    }

    void release() {
        refunded = true;
        amountRefunded = amount;
    }

    void refund(long part) {
        amountRefunded += part;
        refunded = amountRefunded == amountCaptured;
    }

    public boolean isCaptured() {
        return captured;
    }

    /** Captured and not refunded, in minor units. */
    long refundable() {
        return captured ? amountCaptured - amountRefunded : 0;
    }

    String intent() {
        return paymentIntent;
    }

    String currency() {
        return currency;
    }

    boolean isOf(String customerId) {
        return customerId.equals(customer);
    }

    @Override
    public Optional<String> parent() {
        return Optional.of(paymentIntent);
    }

    /** What the network said. */
    record Outcome(String networkStatus, String reason, String riskLevel, String sellerMessage, String type) {}

    /** The method at the time of the charge. */
    record MethodDetails(CardDetails card, String type) {}

    /** What may be shown of the card; captureBefore in unix seconds. */
    record CardDetails(
            String brand,
            String country,
            int expMonth,
            int expYear,
            String fingerprint,
            String funding,
            String last4,
            long captureBefore) {
        CardDetails(PaymentMethod.Card card, long captureBefore) {
            this(
                    card.brand(),
                    card.country(),
                    card.expMonth(),
                    card.expYear(),
                    card.fingerprint(),
                    card.funding(),
                    card.last4(),
                    captureBefore);
        }
    }
}
