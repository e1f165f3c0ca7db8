package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentListParams.Created;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingTest extends SandboxTest {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final List<String> made = new ArrayList<>();

    @BeforeEach
    void fiveIntentsAMinuteApart() throws StripeException, IOException {
        sandbox.close();
        sandbox = RunningSandbox.start(ledger(), clock);
        for (int i = 0; i < 5; i++) {
            made.add(0, sandbox.anIntent().getId());
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void theNewestComesFirst() throws StripeException {
        assertEquals(made, ids(list(PaymentIntentListParams.builder().build())));
    }

    @Test
    void aPageSaysWhetherThereIsMore() throws StripeException {
        var first = list(PaymentIntentListParams.builder().setLimit(3L).build());
        var second = list(PaymentIntentListParams.builder()
                .setLimit(3L)
                .setStartingAfter(made.get(2))
                .build());

        assertEquals(made.subList(0, 3), ids(first));
        assertTrue(first.getHasMore());
        assertEquals(made.subList(3, 5), ids(second));
        assertFalse(second.getHasMore());
    }

    @Test
    void theClientsOwnPagingFindsAllOnce() throws StripeException {
        List<String> found = new ArrayList<>();

        list(PaymentIntentListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(intent -> found.add(intent.getId()));

        assertEquals(made, found);
    }

    @Test
    void endingBeforeGoesBack() throws StripeException {
        var page = list(PaymentIntentListParams.builder()
                .setLimit(2L)
                .setEndingBefore(made.get(3))
                .build());

        assertEquals(made.subList(1, 3), ids(page));
    }

    @Test
    void createdBoundsTheTime() throws StripeException {
        long third = START.plus(Duration.ofMinutes(2)).getEpochSecond();

        var page = list(PaymentIntentListParams.builder()
                .setCreated(Created.builder().setGte(third).build())
                .build());

        assertEquals(made.subList(0, 3), ids(page));
    }

    private StripeCollection<PaymentIntent> list(PaymentIntentListParams parameters) throws StripeException {
        return sandbox.stripe().v1().paymentIntents().list(parameters);
    }

    private static List<String> ids(StripeCollection<PaymentIntent> page) {
        return page.getData().stream().map(PaymentIntent::getId).toList();
    }
}
