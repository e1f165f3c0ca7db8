package arcade.operations.load;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long things took, in buckets of about 1.6 % width, from a microsecond to an hour: a bounded memory however long
 * the run. For several threads.
 */
final class Latencies {
    private static final int STEPS = 64;
    private static final int OCTAVES = 32;
    private static final double MICROS_PER_MILLI = 1000.0;

    private final AtomicLongArray buckets = new AtomicLongArray(STEPS * OCTAVES);

    void add(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(1, nanos / 1000)));
    }

    /**
     * @param share 0.5, 0.95, 0.99
     * @return milliseconds that this share did not exceed; 0 when nothing was counted
     */
    double percentile(double share) {
        long wanted = (long) Math.ceil(count() * share);
        long seen = 0;
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            seen += buckets.get(bucket);
            if (seen >= wanted && seen > 0) {
                return upperMicros(bucket) / MICROS_PER_MILLI;
            }
        }
        return 0;
    }

    long count() {
        long sum = 0;
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            sum += buckets.get(bucket);
        }
        return sum;
    }

    /** Values below {@value #STEPS} µs have a bucket each; above, each doubling has {@value #STEPS} / 2 of them. */
    private static int bucket(long micros) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(micros) - 6);
        int index = shift * (STEPS / 2) + (int) (micros >> shift);
        return Math.min(index, STEPS * OCTAVES - 1);
    }

    private static double upperMicros(int bucket) {
        if (bucket < STEPS) {
            return bucket;
        }
        int shift = bucket / (STEPS / 2) - 1;
        return (double) ((bucket - shift * (STEPS / 2L)) << shift);
    }
}
