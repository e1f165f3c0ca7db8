package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.sandbox.ledger.JournalFailure;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartingTest extends SandboxTest {
    private static final String PAY = "amount=1200&currency=eur&confirm=true&payment_method=pm_card_visa";

    @Test
    void moneyAndResourcesAreAsBefore() throws StripeException, IOException {
        PaymentIntent captured = sandbox.aCapturedIntent();
        PaymentIntent authorized = sandbox.anAuthorizedIntent();
        List<String> before = sandbox.ledger();

        restart();

        assertEquals(before, sandbox.ledger());
        PaymentIntent read = sandbox.stripe().v1().paymentIntents().retrieve(captured.getId());
        assertEquals(captured.toJson(), read.toJson());
        assertEquals(
                "succeeded",
                sandbox.stripe()
                        .v1()
                        .paymentIntents()
                        .capture(authorized.getId())
                        .getStatus());
    }

    @Test
    void anIdempotencyKeyStillReplays() throws IOException {
        var first = sandbox.api("/v1/payment_intents", PAY, "k1");

        restart();

        var second = sandbox.api("/v1/payment_intents", PAY, "k1");
        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().firstValue("Idempotent-Replayed").orElse(""));
    }

    @Test
    void eventsAreAsBefore() throws StripeException, IOException {
        sandbox.aCapturedIntent();
        List<String> before = eventTypes();

        restart();

        assertEquals(before, eventTypes());
        assertEquals("payment_intent.succeeded", before.get(0));
    }

    @Test
    void aTornLastLineIsCutOff() throws StripeException, IOException {
        sandbox.aCapturedIntent();
        List<String> before = sandbox.ledger();
        sandbox.close();
        Files.writeString(ledger(), "{\"seq\":4,\"at\":\"2026-11-", StandardOpenOption.APPEND);

        start();

        assertEquals(before, sandbox.ledger());
        sandbox.aCapturedIntent();
        restart();
        assertEquals(4, sandbox.ledger().size());
    }

    @Test
    void damageInTheMiddleIsRefused() throws StripeException, IOException {
        sandbox.aCapturedIntent();
        sandbox.close();
        Path damaged = folder.resolve("damaged");
        List<String> lines = Files.readAllLines(ledger());
        Files.write(damaged, List.of(lines.get(0), lines.get(2)));

        var failure = assertThrows(JournalFailure.class, () -> RunningSandbox.on(damaged));

        assertTrue(failure.getMessage().contains("restore the file from a copy"), failure.getMessage());
        start();
    }

    @Test
    void aLedgerServesOneProcess() {
        var failure = assertThrows(JournalFailure.class, () -> RunningSandbox.on(ledger()));

        assertTrue(failure.getMessage().contains("in use by another sandbox"), failure.getMessage());
    }

    @Test
    void noCardNumberIsOnDisk() throws IOException {
        sandbox.api(
                "/v1/payment_methods",
                "type=card&card[number]=4242424242424242&card[exp_month]=12&card[exp_year]=2034&card[cvc]=987",
                "k1");

        assertTrue(Files.readString(ledger()).contains("\"last4\":\"4242\""));
        assertTrue(!Files.readString(ledger()).contains("42424242"));
    }

    private List<String> eventTypes() throws StripeException {
        return sandbox.stripe().v1().events().list().getData().stream()
                .map(event -> event.getType())
                .toList();
    }

    private void restart() throws IOException {
        sandbox.close();
        start();
    }
}
