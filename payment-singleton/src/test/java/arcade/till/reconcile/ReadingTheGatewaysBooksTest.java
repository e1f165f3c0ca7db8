package arcade.till.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.gateway.ForeignAnswer;
import arcade.till.gateway.GatewayBooks;
import arcade.till.gateway.GatewayIntent;
import arcade.till.gateway.GatewayIntent.Standing;
import arcade.till.testing.RecordedGateway;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTheGatewaysBooksTest {
    private static final String ORDER = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

    @ParameterizedTest
    @CsvSource({
        "requires_payment_method, OPEN",
        "requires_confirmation, OPEN",
        "requires_action, OPEN",
        "processing, OPEN",
        "requires_capture, HELD",
        "succeeded, TAKEN",
        "canceled, GONE",
        "invented_tomorrow, OPEN"
    })
    void aWordMeansForMoney(String word, Standing standing) {
        PaymentIntent intent = new PaymentIntent();
        intent.setStatus(word);

        assertEquals(standing, GatewayIntent.of(intent).standing());
    }

    @Test
    void whatIsLeftOutIsNothing() {
        GatewayIntent empty = GatewayIntent.of(new PaymentIntent());

        assertEquals(Standing.OPEN, empty.standing());
        assertEquals(0, empty.keptMinor());
        assertFalse(empty.isOurs());
        assertFalse(empty.disputed());
    }

    @Test
    void whatWasGivenBackStandsInItsCharge() {
        Charge charge = new Charge();
        charge.setAmountRefunded(700L);
        charge.setDisputed(true);
        PaymentIntent intent = new PaymentIntent();
        intent.setAmountReceived(1_800L);
        intent.setCurrency("eur");
        intent.setLatestChargeObject(charge);

        GatewayIntent read = GatewayIntent.of(intent);

        assertEquals(1_100, read.keptMinor());
        assertEquals("EUR", read.currency());
        assertTrue(read.disputed());
    }

    @Test
    void onlyAllThreePartsOfOurMetadataMakeItOurs() {
        Map<String, String> ours = Map.of("payment", BothBooks.REF, "order", ORDER, "store", "arcade");

        assertTrue(named(ours));
        assertFalse(named(null));
        assertFalse(named(Map.of("payment", BothBooks.REF, "order", ORDER)));
        assertFalse(named(Map.of("payment", BothBooks.REF, "order", ORDER, "store", " ")));
        assertFalse(named(Map.of("payment", BothBooks.REF, "order", "1", "store", "arcade")));
        assertFalse(named(Map.of("payment", "4711", "order", ORDER, "store", "arcade")));
    }

    @Test
    void settingsOutOfBoundsNameTheirKey() {
        String tooOften = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ReconcileSettings(Duration.ofSeconds(9), OrphanCapture.REPORT))
                .getMessage();
        String unknown = assertThrows(IllegalArgumentException.class, () -> OrphanCapture.named("keep"))
                .getMessage();

        assertTrue(tooOften.startsWith("arcade.till.reconcile-seconds must be 10 to 86400, not 9"), tooOften);
        assertTrue(unknown.contains("arcade.till.orphan-capture 'keep' is none of attach-or-refund, report"), unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\":\"payment_intent\",\"id\":\"pi_2\",\"status\":\"succeeded\"}",
                "{\"object\":\"payment_intent\",\"status\":\"succeeded\"}",
                "{\"object\":\"checkout.session\",\"id\":\"cs_2\"}",
                "{}"
            })
    void anotherOneThanWasAskedForIsForeign(String body) {
        GatewayBooks books =
                new GatewayBooks(RecordedGateway.answering(200, body).gateway().client());

        assertThrows(ForeignAnswer.class, () -> books.intent("pi_1"));
        assertThrows(ForeignAnswer.class, () -> books.intentOfSession("cs_1"));
    }

    private static boolean named(Map<String, String> metadata) {
        PaymentIntent intent = new PaymentIntent();
        intent.setMetadata(metadata);
        return GatewayIntent.of(intent).isOurs();
    }
}
