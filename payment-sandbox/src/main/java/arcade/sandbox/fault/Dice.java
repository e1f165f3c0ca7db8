package arcade.sandbox.fault;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Random numbers that depend on the seed, the operation and how many calls of that operation there were, and on nothing
 * else: what other operations do meanwhile does not change how the dice fall.
 */
final class Dice {
    private static final int WEBHOOKS = Operation.values().length;

    private final long[] starts = new long[WEBHOOKS + 1];
    private final AtomicLongArray thrown = new AtomicLongArray(WEBHOOKS + 1);

    Dice(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = random.nextLong();
        }
    }

    /** The numbers of the next call of an operation. */
    SplittableRandom call(Operation operation) {
        return next(operation.ordinal());
    }

    /** The numbers of the next event. */
    SplittableRandom webhook() {
        return next(WEBHOOKS);
    }

    private SplittableRandom next(int which) {
        return new SplittableRandom(starts[which] + thrown.getAndIncrement(which));
    }
}
