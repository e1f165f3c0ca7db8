package arcade.till.gateway;

import arcade.till.refund.RefundAnswer;
import arcade.till.refund.RefundOperation;
import arcade.till.refund.RefundRow;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Refunds at the gateway. A refund is sent under a key made from itself alone, and found again by its metadata.
 *
 * <p>Hazard: never called inside a transaction, and any answer that cannot be read is {@link RefundAnswer.Unknown}, never "failed".
 */
@ApplicationScoped
public class RefundGateway {
    private static final Logger LOG = Logger.getLogger(RefundGateway.class.getName());
    /** The most that the gateway lists at once, and twice what the shop asks for of one payment. */
    private static final long MOST_LISTED = 100;

    private final Gateway gateway;

    /** For the container's proxy alone. */
    RefundGateway() {
        this.gateway = null;
    }

    @Inject
    public RefundGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    /** One conversation. What cannot be read is {@link RefundAnswer.Unknown}, never a failure. */
    public RefundAnswer perform(RefundOperation operation, RefundRow refund) {
        try {
            return switch (operation) {
                case REFUND -> refund(refund);
                case ASK -> ask(refund);
            };
        } catch (InvalidRequestException e) {
            return refused(operation, refund, e);
        } catch (StripeException e) {
            LOG.log(Level.WARNING, "{0} of refund {1}: {2}", new Object[] {operation, refund.ref(), e.getMessage()});
            return new RefundAnswer.Unknown(e.getClass().getSimpleName() + " " + e.getStatusCode());
        } catch (RuntimeException e) {
            // The client throws what its JSON reader throws at a body that is no JSON: unreadable, hence unknown.
            LOG.log(Level.WARNING, "unreadable answer to " + operation + " of refund " + refund.ref(), e);
            return new RefundAnswer.Unknown("unreadable " + e.getClass().getSimpleName());
        }
    }

    private RefundAnswer refund(RefundRow refund) throws StripeException {
        RefundCreateParams params = RefundCreateParams.builder()
                .setPaymentIntent(refund.intent())
                .setAmount(refund.amount().minor())
                .putAllMetadata(Map.of(
                        "refund", refund.ref().value(),
                        "payment", refund.paymentRef().value(),
                        "order", refund.orderRef().value()))
                .build();
        RequestOptions once =
                RequestOptions.builder().setIdempotencyKey(refund.key()).build();
        return RefundAnswers.read(gateway.client().v1().refunds().create(params, once), refund);
    }

    private RefundAnswer ask(RefundRow refund) throws StripeException {
        if (refund.gatewayRefund() != null) {
            return RefundAnswers.read(gateway.client().v1().refunds().retrieve(refund.gatewayRefund()), refund);
        }
        StripeCollection<Refund> listed = gateway.client()
                .v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(refund.intent())
                        .setLimit(MOST_LISTED)
                        .build());
        return RefundAnswers.find(List.copyOf(listed.getData()), listed.getHasMore(), refund);
    }

    /**
     * The gateway understood and refused. That alone does not say that it never gave this money back: only its list does, and then
     * the refusal is definite.
     */
    private RefundAnswer refused(RefundOperation operation, RefundRow refund, InvalidRequestException refusal) {
        String word = refusal.getCode() == null ? "invalid_request" : refusal.getCode();
        LOG.log(Level.WARNING, "the gateway refused {0} of refund {1}: {2}", new Object[] {
            operation, refund.ref(), refusal.getMessage()
        });
        if (operation == RefundOperation.ASK) {
            return new RefundAnswer.Unknown("refused " + word);
        }
        RefundAnswer shown = perform(RefundOperation.ASK, refund);
        return shown instanceof RefundAnswer.NotExecuted ? new RefundAnswer.Failed(null, word) : shown;
    }
}
