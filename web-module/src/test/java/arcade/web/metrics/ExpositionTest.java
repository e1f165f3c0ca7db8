package arcade.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExpositionTest {
    private final Exposition out = new Exposition();

    @Test
    void aFamilyIsToldBeforeItsSamples() {
        out.single("arcade_sessions", "gauge", "Sessions.", 7);

        assertEquals(
                "# HELP arcade_sessions Sessions.\n# TYPE arcade_sessions gauge\narcade_sessions 7\n", out.toString());
    }

    @Test
    void aNumberIsWrittenOut() {
        out.sample("n", "", 123_456_789_012L);
        out.sample("n", "", 0.005);
        out.sample("n", "", 0);
        out.sample("n", "", Double.NaN);

        assertEquals("n 123456789012\nn 0.005\nn 0\nn NaN\n", out.toString());
    }

    @Test
    void noValueOfALabelEndsItsLine() {
        out.sample("n", "node=" + Exposition.quoted("a\"} 1\nforged 1\\"), 1);

        assertEquals("n{node=\"a\\\"} 1\\nforged 1\\\\\"} 1\n", out.toString());
    }
}
