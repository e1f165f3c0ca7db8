package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLI = 1_000_000;
    private final Latencies latencies = new Latencies();

    @Test
    void percentilesAreRightWithinABucket() {
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(millis * MILLI);
        }

        assertEquals(500, latencies.percentile(0.50), 500 * 0.035);
        assertEquals(950, latencies.percentile(0.95), 950 * 0.035);
        assertEquals(990, latencies.percentile(0.99), 990 * 0.035);
        assertEquals(1000, latencies.count());
    }

    @Test
    void extremesFindTheirBucket() {
        latencies.add(0);
        latencies.add(Long.MAX_VALUE / 2);

        assertEquals(0.001, latencies.percentile(0.5), 0.001);
        assertEquals(2, latencies.count());
    }

    @Test
    void nothingCountedIsZero() {
        assertEquals(0, latencies.percentile(0.99));
    }
}
