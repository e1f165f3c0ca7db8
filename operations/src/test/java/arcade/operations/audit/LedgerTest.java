package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonParseException;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final String LINES = """
            {"seq":1,"at":"2026-01-01T00:00:00Z","type":"authorized","intent":"pi_1",\
            "charge":"ch_1","amount":900,"currency":"eur","metadata":{"order":"o1"}}
            {"seq":2,"at":"2026-01-01T00:00:01Z","type":"captured","intent":"pi_1",\
            "charge":"ch_1","amount":900,"currency":"eur","metadata":{"order":"o1"},"idempotency_key":"capture:p1"}
            {"seq":3,"at":"2026-01-01T00:00:02Z","type":"refunded","intent":"pi_1",\
            "charge":"ch_1","amount":200,"currency":"eur","metadata":{"order":"o1"}}
            {"seq":4,"at":"2026-01-01T00:00:03Z","type":"voided","intent":"pi_2","amount":500,"currency":"eur"}
            """;

    @Test
    void aChargeIsItsCaptureWithWhatWasGivenBack() {
        Ledger ledger = LedgerReader.parse(LINES);

        assertEquals(4, ledger.lastSeq());
        assertEquals(1, ledger.charges().size());
        Charge charge = ledger.charges().get(0);
        assertEquals(new Charge("ch_1", "pi_1", "o1", 2, 900, 200, "eur"), charge);
        assertEquals(700, charge.kept());
    }

    @Test
    void aRefundIsFoundByTheKeyItWasAskedForUnder() {
        String line = "{\"seq\":1,\"type\":\"refunded\",\"intent\":\"pi_1\",\"charge\":\"ch_1\",\"amount\":5,"
                + "\"currency\":\"eur\",\"idempotency_key\":\"refund:r1\"}";

        assertEquals("refund:r1", LedgerReader.parse(line).refunds().get(0).idempotencyKey());
    }

    @Test
    void anEmptyLedgerIsOne() {
        assertEquals(0, LedgerReader.parse("").lastSeq());
    }

    @Test
    void somethingElseIsNone() {
        assertThrows(JsonParseException.class, () -> LedgerReader.parse("<html>"));
        assertThrows(JsonParseException.class, () -> LedgerReader.parse("{\"error\":\"no\"}"));
    }
}
