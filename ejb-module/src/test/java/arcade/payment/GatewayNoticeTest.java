package arcade.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Token;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayNoticeTest {
    private static final String OURS =
            "{\"payment\":\"0123456789abcdefghjkmnpqrs\",\"order\":\"zzzzzzzzzzzzzzzzzzzzzzzzzz\",\"store\":\"arcade\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "\"evt_1\"",
                "{}",
                "{\"id\":\"evt_1\"}",
                "{\"id\":7,\"type\":\"charge.refunded\"}",
                "{\"id\":\"evt 1\",\"type\":\"charge.refunded\"}",
                "{\"id\":\"evt_é\",\"type\":\"charge.refunded\"}",
                "{\"id\":\"evt_1\",\"type\":\"<script>\"}"
            })
    void whatIsNoEventIsUnreadable(String body) {
        assertEquals(Optional.empty(), read(body));
    }

    @Test
    void nestingWithoutEndIsUnreadable() {
        assertEquals(Optional.empty(), read("{\"id\":\"evt_1\",\"type\":\"a\",\"data\":" + "[".repeat(100_000)));
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() {
        assertEquals(Optional.empty(), GatewayNotice.read(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'}));
    }

    @ParameterizedTest
    @CsvSource({"payment_intent, id, pi_1", "charge, payment_intent, pi_2", "dispute, payment_intent, pi_3"})
    void namesTheIntentThatItSpeaksOf(String object, String member, String intent) {
        String body = event("{\"object\":\"" + object + "\",\"" + member + "\":\"" + intent + "\"}");

        assertEquals(Optional.of(intent), read(body).orElseThrow().intent());
    }

    @Test
    void onlyMetadataOfOurFormNamesAPayment() {
        String stranger = OURS.replace("0123456789abcdefghjkmnpqrs", "42");

        assertEquals(
                Optional.of(new Token("0123456789abcdefghjkmnpqrs")),
                read(event("{\"metadata\":" + OURS + "}")).orElseThrow().payment());
        for (String other : new String[] {stranger, OURS.replace("order", "ordre"), "[]", "null", "{\"payment\":[]}"}) {
            GatewayNotice notice = read(event("{\"metadata\":" + other + "}")).orElseThrow();
            assertEquals(Optional.empty(), notice.payment(), other);
        }
    }

    @Test
    void newsOfARefundOfOursNamesIt() {
        Token refund = new Token("yyyyyyyyyyyyyyyyyyyyyyyyyy");
        String body = event("{\"object\":\"refund\",\"metadata\":{\"refund\":\"" + refund + "\"}}");

        assertEquals(Optional.empty(), read(body).orElseThrow().refundWithNews());
        assertEquals(
                Optional.of(refund),
                read(body.replace("charge.refunded", "refund.failed"))
                        .orElseThrow()
                        .refundWithNews());
    }

    @Test
    void theEchoOfWhatTheTillDidIsNoNews() {
        assertFalse(notice("checkout.session.completed").isNewsTo(PaymentState.CAPTURED));
        assertFalse(notice("payment_intent.canceled").isNewsTo(PaymentState.VOIDED));
        assertFalse(notice("charge.refunded").isNewsTo(PaymentState.VOIDING));
        assertFalse(notice("checkout.session.expired").isNewsTo(PaymentState.ABANDONED));
    }

    @Test
    void whatSomebodyElseDidIsNews() {
        assertTrue(notice("charge.refunded").isNewsTo(PaymentState.CAPTURED));
        assertTrue(notice("payment_intent.canceled").isNewsTo(PaymentState.CAPTURED));
        assertTrue(notice("charge.dispute.created").isNewsTo(PaymentState.CAPTURED));
        assertTrue(notice("checkout.session.completed").isNewsTo(PaymentState.VOIDED));
        assertTrue(notice("checkout.session.completed").isNewsTo(PaymentState.UNKNOWN_AUTHORIZATION));
    }

    private static GatewayNotice notice(String type) {
        return new GatewayNotice("evt_1", type, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static String event(String object) {
        return "{\"id\":\"evt_1\",\"type\":\"charge.refunded\",\"data\":{\"object\":" + object + "}}";
    }

    private static Optional<GatewayNotice> read(String body) {
        return GatewayNotice.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
