package arcade.sandbox.checkout;

import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import arcade.sandbox.payment.IntentStatus;
import arcade.sandbox.payment.PaymentIntent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A shopper's visit to the gateway's page. Open until a card is accepted (complete) or its time is over (expired). Its
 * payment intent is made when the shopper first submits a card, and stays the same for every further card.
 */
public final class CheckoutSession extends Resource {
    private long amountSubtotal;
    private long amountTotal;
    private String cancelUrl;
    private String clientReferenceId;
    private String currency;
    private String customer;
    private String customerEmail;
    private long expiresAt;
    private String locale;
    private Map<String, String> metadata;
    private String mode = "payment";
    private String paymentIntent;
    private List<String> paymentMethodTypes = List.of("card");
    private String paymentStatus = "unpaid";
    private SessionStatus status = SessionStatus.OPEN;
    private String successUrl;
    private String uiMode = "hosted_page";
    private String url;

    private CheckoutSession() {}

    CheckoutSession(Order order, SessionTerms terms, String baseUrl, Instant now) {
        super(Ids.next("cs_test_"), "checkout.session", now);
        this.amountSubtotal = order.total();
        this.amountTotal = order.total();
        this.currency = order.currency();
        this.cancelUrl = terms.cancelUrl();
        this.clientReferenceId = terms.clientReferenceId();
        this.customer = terms.customer();
        this.customerEmail = terms.customerEmail();
        this.expiresAt = terms.expiresAt();
        this.locale = terms.locale();
        this.metadata = terms.metadata();
        this.successUrl = terms.successUrl();
        this.url = baseUrl + "/pay/" + id();
    }

    void begin(PaymentIntent intent) {
        paymentIntent = intent.id();
    }

    void complete() {
        status = SessionStatus.COMPLETE;
        url = null;
    }

    void expire() {
        status = SessionStatus.EXPIRED;
        url = null;
    }

    /** Follows the money: a session is paid when its intent is captured. */
    void follow(PaymentIntent intent) {
        paymentStatus = intent.status() == IntentStatus.SUCCEEDED ? "paid" : "unpaid";
    }

    boolean isOpen() {
        return status == SessionStatus.OPEN;
    }

    boolean isDue(Instant now) {
        return isOpen() && now.getEpochSecond() >= expiresAt;
    }

    SessionStatus status() {
        return status;
    }

    long amountTotal() {
        return amountTotal;
    }

    String currency() {
        return currency;
    }

    String locale() {
        return locale;
    }

    String clientReferenceId() {
        return clientReferenceId;
    }

    Optional<String> customer() {
        return Optional.ofNullable(customer);
    }

    Optional<String> cancelUrl() {
        return Optional.ofNullable(cancelUrl);
    }

    String successUrl() {
        return successUrl;
    }

    /** Where a shopper who paid is sent. */
    String arrivalUrl() {
        return successUrl.replace("{CHECKOUT_SESSION_ID}", id());
    }

    Optional<String> paymentIntent() {
        return Optional.ofNullable(paymentIntent);
    }

    @Override
    public Optional<String> parent() {
        return paymentIntent();
    }
}
