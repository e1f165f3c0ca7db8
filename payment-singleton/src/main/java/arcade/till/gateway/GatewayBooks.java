package arcade.till.gateway;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The gateway's side of the books: its intents, and the two calls that end one which no payment of ours wants.
 *
 * <p>Hazard: never called inside a transaction. Whatever cannot be read, or does not come, is a {@link GatewayAway}.
 */
public final class GatewayBooks {
    /** The most that the gateway gives at once. */
    static final long PAGE = 100;

    private static final int NOT_FOUND = 404;

    private final StripeClient stripe;

    public GatewayBooks(StripeClient stripe) {
        this.stripe = stripe;
    }

    /** Intents, newest first. */
    public record Page(List<GatewayIntent> intents, boolean hasMore) {}

    /**
     * The intents made in a time, by the gateway's clock.
     *
     * @param from inclusive
     * @param to exclusive
     * @param after where the page before ended; null: the first page
     */
    public Page made(Instant from, Instant to, String after) {
        PaymentIntentListParams.Builder wanted = PaymentIntentListParams.builder()
                .setLimit(PAGE)
                .addExpand("data.latest_charge")
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(from.getEpochSecond())
                        .setLt(to.getEpochSecond())
                        .build());
        if (after != null) {
            wanted.setStartingAfter(after);
        }
        return ask(() -> {
            StripeCollection<PaymentIntent> page = stripe.v1().paymentIntents().list(wanted.build());
            return new Page(page.getData().stream().map(GatewayIntent::of).toList(), page.getHasMore());
        });
    }

    /** Empty if the gateway has no such intent. Throws {@link ForeignAnswer} if it shows another one. */
    public Optional<GatewayIntent> intent(String id) {
        PaymentIntentRetrieveParams whole =
                PaymentIntentRetrieveParams.builder().addExpand("latest_charge").build();
        Optional<GatewayIntent> shown = ask(
                () -> found(() -> GatewayIntent.of(stripe.v1().paymentIntents().retrieve(id, whole))));
        shown.ifPresent(intent -> require(id, intent.id()));
        return shown;
    }

    /**
     * Empty if no card was tried on that page yet, or the gateway has no such page. Throws {@link ForeignAnswer} if it shows another
     * one.
     */
    public Optional<GatewayIntent> intentOfSession(String id) {
        SessionRetrieveParams whole = SessionRetrieveParams.builder()
                .addExpand("payment_intent")
                .addExpand("payment_intent.latest_charge")
                .build();
        Optional<Session> page =
                ask(() -> found(() -> stripe.v1().checkout().sessions().retrieve(id, whole)));
        page.ifPresent(shown -> require(id, shown.getId()));
        return page.map(Session::getPaymentIntentObject).map(GatewayIntent::of);
    }

    /** What is compared, and perhaps cancelled or refunded, must be what was asked for. */
    private static void require(String asked, String shown) {
        if (!asked.equals(shown)) {
            throw new ForeignAnswer(asked, shown);
        }
    }

    /** Lets go what an intent holds. Sent again, it does nothing more. */
    public void letGo(String intent) {
        PaymentIntentCancelParams why = PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .build();
        ask(() -> stripe.v1().paymentIntents().cancel(intent, why, keyed("void-orphan:" + intent)));
    }

    /** Gives back all that is left of what an intent took. Sent again, it does nothing more: nothing is left. */
    public void giveBack(String intent) {
        RefundCreateParams all =
                RefundCreateParams.builder().setPaymentIntent(intent).build();
        ask(() -> stripe.v1().refunds().create(all, keyed("refund-orphan:" + intent)));
    }

    private static RequestOptions keyed(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static <T> Optional<T> found(Call<T> call) throws StripeException {
        try {
            return Optional.of(call.make());
        } catch (InvalidRequestException e) {
            if (e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static <T> T ask(Call<T> call) {
        try {
            return call.make();
        } catch (InvalidRequestException e) {
            throw new GatewayAway("refused " + e.getCode(), e);
        } catch (StripeException e) {
            throw new GatewayAway("no answer, " + e.getClass().getSimpleName(), e);
        } catch (RuntimeException e) {
            // The client throws what its JSON reader throws at a body that is no JSON.
            throw new GatewayAway("unreadable answer, " + e.getClass().getSimpleName(), e);
        }
    }

    private interface Call<T> {
        T make() throws StripeException;
    }
}
