package arcade.sandbox.payment;

import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be paid, from the first card to the money. It waits for a payment method, perhaps for the shopper's
 * authentication, is authorized, and then captured or canceled. A declined card brings it back to waiting; the next one
 * is tried on the same intent. Captured and canceled are final.
 */
public final class PaymentIntent extends Resource {
    private long amount;
    private long amountCapturable;
    private long amountReceived;
    private Long canceledAt;
    private String cancellationReason;
    private String captureMethod;
    private String clientSecret;
    private String confirmationMethod = "automatic";
    private String currency;
    private String customer;
    private String description;
    private PaymentError lastPaymentError;
    private String latestCharge;
    private Map<String, String> metadata;
    private NextAction nextAction;
    private String paymentMethod;
    private List<String> paymentMethodTypes = List.of("card");
    private String receiptEmail;
    private IntentStatus status;

    private PaymentIntent() {}

    public PaymentIntent(IntentTerms terms, Instant now) {
        super(Ids.next("pi_"), "payment_intent", now);
        this.amount = terms.amount();
        this.currency = terms.currency();
        this.captureMethod = terms.captureMethod();
        this.customer = terms.customer();
        this.description = terms.description();
        this.metadata = terms.metadata();
        this.receiptEmail = terms.receiptEmail();
        this.clientSecret = Ids.next(id() + "_secret_");
        this.status = IntentStatus.REQUIRES_PAYMENT_METHOD;
    }

    void use(PaymentMethod method) {
        paymentMethod = method.id();
        status = IntentStatus.REQUIRES_CONFIRMATION;
        nextAction = null;
    }

    void askFor(NextAction action) {
        status = IntentStatus.REQUIRES_ACTION;
        nextAction = action;
    }

    void fail(PaymentError error) {
        status = IntentStatus.REQUIRES_PAYMENT_METHOD;
        lastPaymentError = error;
        latestCharge = error.charge() == null ? latestCharge : error.charge();
        paymentMethod = null;
        nextAction = null;
    }

    void authorize(Charge charge) {
        status = IntentStatus.REQUIRES_CAPTURE;
        latestCharge = charge.id();
        amountCapturable = amount;
        lastPaymentError = null;
        nextAction = null;
    }

    /** @param captured minor units; the rest of the authorization is let go */
    void capture(long captured) {
        status = IntentStatus.SUCCEEDED;
        amountCapturable = 0;
        amountReceived = captured;
    }

    void cancel(String reason, Instant now) {
        status = IntentStatus.CANCELED;
        amountCapturable = 0;
        canceledAt = now.getEpochSecond();
        cancellationReason = reason;
        nextAction = null;
    }

    void change(long newAmount, String newCurrency, String newCaptureMethod) {
        amount = newAmount;
        currency = newCurrency;
        captureMethod = newCaptureMethod;
    }

    void describe(String newDescription, String newReceiptEmail, Map<String, String> newMetadata) {
        description = newDescription;
        receiptEmail = newReceiptEmail;
        metadata = newMetadata;
    }

    void captureAs(String newCaptureMethod) {
        captureMethod = newCaptureMethod;
    }

    public IntentStatus status() {
        return status;
    }

    /** Minor units. */
    public long amount() {
        return amount;
    }

    public long amountCapturable() {
        return amountCapturable;
    }

    public String currency() {
        return currency;
    }

    public boolean isCapturedLater() {
        return captureMethod.equals("manual");
    }

    String captureMethod() {
        return captureMethod;
    }

    public String clientSecret() {
        return clientSecret;
    }

    String description() {
        return description;
    }

    String receiptEmail() {
        return receiptEmail;
    }

    String customer() {
        return customer;
    }

    public Map<String, String> metadata() {
        return metadata;
    }

    public Optional<String> paymentMethod() {
        return Optional.ofNullable(paymentMethod);
    }

    Optional<String> latestCharge() {
        return Optional.ofNullable(latestCharge);
    }

    public Optional<PaymentError> lastPaymentError() {
        return Optional.ofNullable(lastPaymentError);
    }

    public Optional<NextAction> nextAction() {
        return Optional.ofNullable(nextAction);
    }
}
