package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.EventListParams;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTooLongTest extends SandboxTest {
    private static final String SESSION = "mode=payment&success_url=http://shop.localhost/&line_items[0][quantity]=1"
            + "&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=500"
            + "&line_items[0][price_data][product_data][name]=Mug";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));

    @BeforeEach
    void withAClock() throws IOException {
        sandbox.close();
        sandbox = RunningSandbox.start(ledger(), clock);
    }

    @Test
    void aSessionExpiresByItself() throws StripeException {
        sandbox.api("/v1/checkout/sessions", SESSION, "k1");

        clock.advance(Duration.ofHours(25));

        awaitEvent("checkout.session.expired");
    }

    @Test
    void anAuthorizationIsLetGoAfterAWeek() throws StripeException {
        PaymentIntent intent = sandbox.anAuthorizedIntent();

        clock.advance(Duration.ofDays(7));

        awaitEvent("payment_intent.canceled");
        PaymentIntent canceled = sandbox.stripe().v1().paymentIntents().retrieve(intent.getId());
        assertEquals("automatic", canceled.getCancellationReason());
        assertTrue(sandbox.ledger().get(1).contains("\"type\":\"voided\""));
    }

    private void awaitEvent(String type) throws StripeException {
        EventListParams wanted = EventListParams.builder().setType(type).build();
        Instant deadline = Instant.now().plusSeconds(10);
        while (sandbox.stripe().v1().events().list(wanted).getData().isEmpty()) {
            assertTrue(Instant.now().isBefore(deadline), "no " + type + " within 10 s");
            Thread.onSpinWait();
        }
    }
}
