package arcade.till.gateway;

import arcade.payment.PaymentMethod;
import arcade.till.failpoint.Failpoint;
import arcade.till.payment.Answer;
import arcade.till.payment.Operation;
import arcade.till.payment.PaymentRow;
import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.HttpClient;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The card gateway, in the words of Stripe's API. Every call that acts carries our own idempotency key, made from the payment
 * alone, so that whoever sends it again (this till after a timeout, its successor after a crash) moves the money once. The
 * client's own retries are off: a retry is a decision of the till.
 *
 * <p>Hazard: never called inside a transaction, and any answer that cannot be read is {@link Answer.Unknown}, never "declined".
 */
@ApplicationScoped
public class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class.getName());
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 10_000;
    private static final SessionRetrieveParams WITH_INTENT =
            SessionRetrieveParams.builder().addExpand("payment_intent").build();

    private final String address;
    private final StripeClient stripe;

    /** For the container's proxy alone. */
    public Gateway() {
        this.address = null;
        this.stripe = null;
    }

    @Inject
    Gateway(GatewaySettings settings) {
        this(settings.address(), settings.key(), new GatewayConnection());
    }

    /** A gateway that is reached by a carrier of its own: for tests and simulations. */
    public Gateway(String address, String key, HttpClient carrier) {
        this.address = address;
        this.stripe = StripeClient.builder()
                .setApiKey(key)
                .setApiBase(address)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(0)
                .setHttpClient(carrier)
                .build();
    }

    /**
     * Asks for one intent, so that the first payment after a takeover finds client and connection warm; and so that a wrong
     * address or key is told when the node starts.
     */
    public void warmUp() {
        if (!answers()) {
            LOG.log(
                    Level.SEVERE,
                    "the gateway at {0} does not answer as it should, payments will wait;"
                            + " check arcade.gateway.url and arcade.gateway.key",
                    address);
        }
    }

    /** Whether it answers a question that moves nothing. */
    public boolean answers() {
        try {
            stripe.v1()
                    .paymentIntents()
                    .list(PaymentIntentListParams.builder().setLimit(1L).build());
            return true;
        } catch (StripeException e) {
            LOG.log(Level.FINE, "no answer of the gateway", e);
            return false;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "unreadable answer of the gateway", e);
            return false;
        }
    }

    /** For the other conversations with the same gateway. */
    public StripeClient client() {
        return stripe;
    }

    /** One conversation, of one call or of several. An unknown outcome keeps the names that became known on the way. */
    public Answer perform(Operation operation, PaymentRow payment) {
        Answer answer = say(operation, payment);
        return answer instanceof Answer.Unknown unknown ? unknown.about(payment) : answer;
    }

    private Answer say(Operation operation, PaymentRow payment) {
        try {
            return switch (operation) {
                case OPEN_PAGE -> openPage(payment);
                case AUTHORIZE -> authorize(payment);
                case CAPTURE -> capture(payment);
                case VOID -> letGo(payment);
                case ASK -> ask(payment);
            };
        } catch (CardException e) {
            return new Answer.Declined(payment.intent(), declineCode(e));
        } catch (InvalidRequestException e) {
            return refused(operation, payment, e);
        } catch (StripeException e) {
            LOG.log(Level.WARNING, "{0} of payment {1}: {2}", new Object[] {operation, payment.ref(), e.getMessage()});
            return new Answer.Unknown(e.getClass().getSimpleName() + " " + e.getStatusCode());
        } catch (RuntimeException e) {
            // The client throws what its JSON reader throws at a body that is no JSON: unreadable, hence unknown.
            LOG.log(Level.WARNING, "unreadable answer to " + operation + " of payment " + payment.ref(), e);
            return new Answer.Unknown("unreadable " + e.getClass().getSimpleName());
        }
    }

    private Answer openPage(PaymentRow payment) throws StripeException {
        Session session = createSession(payment);
        return GatewayAnswers.read(session, payment);
    }

    private Session createSession(PaymentRow payment) throws StripeException {
        return stripe.v1()
                .checkout()
                .sessions()
                .create(GatewayRequests.hostedPage(payment), keyed(Operation.OPEN_PAGE.key(payment)));
    }

    private Answer authorize(PaymentRow payment) throws StripeException {
        if (payment.intent() == null) {
            return underItsName(Operation.AUTHORIZE, payment);
        }
        PaymentIntentConfirmParams confirm = GatewayRequests.confirm(payment);
        String key = Operation.AUTHORIZE.key(payment);
        PaymentIntent intent = stripe.v1().paymentIntents().confirm(payment.intent(), confirm, keyed(key));
        Answer answer = GatewayAnswers.read(intent, payment);
        Failpoint.AUTHORIZED_UNRECORDED.reached();
        return answer;
    }

    /**
     * Makes what the conversation is about, or learns its name if it was made before, and goes on under that name: a call that
     * comes to nothing after that can be asked about. What is not ours is not touched.
     */
    private Answer underItsName(Operation operation, PaymentRow payment) throws StripeException {
        if (payment.method() == PaymentMethod.Kind.HOSTED) {
            Session session = createSession(payment);
            Answer page = GatewayAnswers.read(session, payment);
            return isOurs(page) ? perform(operation, payment.named(null, session.getId())) : page;
        }
        PaymentIntent made =
                stripe.v1().paymentIntents().create(GatewayRequests.intent(payment), keyed("create:" + payment.ref()));
        Failpoint.INTENT_CREATED.reached();
        Answer intent = GatewayAnswers.read(made, payment);
        return isOurs(intent) ? perform(operation, payment.named(made.getId(), null)) : intent;
    }

    private static boolean isOurs(Answer answer) {
        return !(answer instanceof Answer.Foreign || answer instanceof Answer.Unknown);
    }

    private Answer capture(PaymentRow payment) throws StripeException {
        RequestOptions options = keyed(Operation.CAPTURE.key(payment));
        Answer answer = GatewayAnswers.read(stripe.v1().paymentIntents().capture(payment.intent(), options), payment);
        Failpoint.CAPTURED_UNRECORDED.reached();
        return answer;
    }

    /** What we cannot name is made again under its own key: that gives its name, if it was ever made. */
    private Answer letGo(PaymentRow payment) throws StripeException {
        boolean hosted = payment.method() == PaymentMethod.Kind.HOSTED;
        if ((hosted ? payment.session() : payment.intent()) == null) {
            return underItsName(Operation.VOID, payment);
        }
        Answer answer = hosted
                ? closePage(payment.session(), payment)
                : cancel(payment.intent(), Operation.VOID.key(payment), payment);
        Failpoint.VOIDED_UNRECORDED.reached();
        return answer;
    }

    /**
     * A page that the shopper has just finished cannot be closed: then it is its intent that is let go. An error that is kept under
     * the call's key would come again for a day, so what it left is looked at, too.
     */
    private Answer closePage(String session, PaymentRow payment) throws StripeException {
        try {
            RequestOptions options = keyed(Operation.VOID.key(payment));
            return GatewayAnswers.read(stripe.v1().checkout().sessions().expire(session, options), payment);
        } catch (InvalidRequestException | ApiException e) {
            Session page = stripe.v1().checkout().sessions().retrieve(session, WITH_INTENT);
            Answer shown = GatewayAnswers.read(page, payment);
            return shown instanceof Answer.Authorized held
                    ? cancel(held.intent(), Operation.VOID.key(payment) + ":intent", payment)
                    : shown;
        }
    }

    private Answer cancel(String intent, String key, PaymentRow payment) throws StripeException {
        return GatewayAnswers.read(
                stripe.v1().paymentIntents().cancel(intent, GatewayRequests.cancel(), keyed(key)), payment);
    }

    private Answer ask(PaymentRow payment) throws StripeException {
        Answer answer;
        if (payment.session() != null) {
            answer = GatewayAnswers.read(
                    stripe.v1().checkout().sessions().retrieve(payment.session(), WITH_INTENT), payment);
        } else if (payment.intent() != null) {
            answer = GatewayAnswers.read(stripe.v1().paymentIntents().retrieve(payment.intent()), payment);
        } else {
            answer = askForItsName(payment);
        }
        Failpoint.ASKED_UNRECORDED.reached();
        return answer;
    }

    /**
     * It has no name at the gateway that we know of. Making it again under its key gives the one that was made, if any; where the
     * key only brings an old error again, the gateway's list may show it.
     */
    private Answer askForItsName(PaymentRow payment) throws StripeException {
        Answer none = new Answer.NotExecuted(null);
        if (payment.isNotAskedYet()) {
            return none;
        }
        GatewaySearch search = new GatewaySearch(stripe);
        if (payment.method() == PaymentMethod.Kind.HOSTED) {
            return search.page(payment)
                    .map(page -> GatewayAnswers.read(page, payment))
                    .orElse(none);
        }
        return search.intent(payment)
                .map(intent -> GatewayAnswers.read(intent, payment))
                .orElse(none);
    }

    /** The gateway understood and refused: to take or let go, only asking tells why, otherwise it is a no to this attempt. */
    private Answer refused(Operation operation, PaymentRow payment, InvalidRequestException refusal) {
        LOG.log(Level.WARNING, "the gateway refused {0} of payment {1}: {2}", new Object[] {
            operation, payment.ref(), refusal.getMessage()
        });
        return switch (operation) {
            case OPEN_PAGE, AUTHORIZE -> new Answer.Declined(payment.intent(), word(refusal.getCode()));
            case CAPTURE, VOID -> perform(Operation.ASK, payment);
            case ASK -> new Answer.Unknown("refused " + word(refusal.getCode()));
        };
    }

    private static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static String declineCode(CardException e) {
        return e.getDeclineCode() != null ? e.getDeclineCode() : word(e.getCode());
    }

    private static String word(String code) {
        return code == null ? "invalid_request" : code;
    }
}
