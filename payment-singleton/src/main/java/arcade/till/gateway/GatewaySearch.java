package arcade.till.gateway;

import arcade.till.payment.PaymentRow;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionListParams;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what the gateway made for a payment when its name never arrived: the call's key replays an error for a day, but the
 * intent or page stands in the gateway's list, with our payment in its metadata.
 *
 * <p>Hazard: looks only at the minute in which it was sent last, by the database's clock, and at a bounded number of
 * entries. Finding nothing proves nothing; it must never lead to more than sending again under the same key.
 */
final class GatewaySearch {
    private static final long PAGE = 100;
    private static final int PAGES = 50;
    private static final long BEFORE_SECONDS = 30;
    private static final long AFTER_SECONDS = 60;

    private final StripeClient stripe;

    GatewaySearch(StripeClient stripe) {
        this.stripe = stripe;
    }

    Optional<PaymentIntent> intent(PaymentRow payment) throws StripeException {
        long sent = payment.sentAt().getEpochSecond();
        PaymentIntentListParams.Builder wanted = PaymentIntentListParams.builder()
                .setLimit(PAGE)
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(sent - BEFORE_SECONDS)
                        .setLte(sent + AFTER_SECONDS)
                        .build());
        return find(
                last -> {
                    if (last != null) {
                        wanted.setStartingAfter(last.getId());
                    }
                    return stripe.v1().paymentIntents().list(wanted.build());
                },
                intent -> intent.getMetadata() != null
                        && payment.ref().value().equals(intent.getMetadata().get("payment")));
    }

    Optional<Session> page(PaymentRow payment) throws StripeException {
        long sent = payment.sentAt().getEpochSecond();
        SessionListParams.Builder wanted = SessionListParams.builder()
                .setLimit(PAGE)
                .addExpand("data.payment_intent")
                .setCreated(SessionListParams.Created.builder()
                        .setGte(sent - BEFORE_SECONDS)
                        .setLte(sent + AFTER_SECONDS)
                        .build());
        return find(
                last -> {
                    if (last != null) {
                        wanted.setStartingAfter(last.getId());
                    }
                    return stripe.v1().checkout().sessions().list(wanted.build());
                },
                session -> payment.orderRef().value().equals(session.getClientReferenceId()));
    }

    private static <T extends HasId> Optional<T> find(Pages<T> pages, Predicate<T> ours) throws StripeException {
        T last = null;
        for (int page = 0; page < PAGES; page++) {
            StripeCollection<T> listed = pages.after(last);
            List<T> entries = listed.getData();
            Optional<T> found = entries.stream().filter(ours).findFirst();
            if (found.isPresent() || entries.isEmpty() || !Boolean.TRUE.equals(listed.getHasMore())) {
                return found;
            }
            last = entries.get(entries.size() - 1);
        }
        return Optional.empty();
    }

    private interface Pages<T extends HasId> {
        StripeCollection<T> after(T last) throws StripeException;
    }
}
