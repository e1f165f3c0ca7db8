package arcade.till.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One way through time over the books, in slices, oldest first. A slice is done whole or not at all, so that only its end has to be
 * remembered; one that holds too much is cut in half, one that was done makes the next one longer. One thread.
 */
final class Sweep {
    /** The most intents, and the most payments, of a slice. */
    static final int MOST = 10_000;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final String name;
    private final Duration lag;
    private Duration length = LONGEST;

    /** @param lag how far it stays behind the present */
    Sweep(String name, Duration lag) {
        this.name = name;
        this.lag = lag;
    }

    /**
     * A piece of time.
     *
     * @param madeFrom intents made since then belong to it: an intent is made before its payment ends
     * @param to exclusive
     */
    record Slice(Instant madeFrom, Instant from, Instant to) {
        boolean isSmallest() {
            return Duration.between(from, to).compareTo(SHORTEST) <= 0;
        }
    }

    String name() {
        return name;
    }

    /**
     * What comes next; empty if it has caught up.
     *
     * @param until where it stopped; empty if it never ran
     * @param again how much of what was done is done again
     */
    Optional<Slice> next(Optional<Instant> until, Instant now, Duration again) {
        Instant end = now.minus(lag);
        Instant back = end.minus(again);
        Instant from = until.orElse(end.minus(FIRST));
        from = from.isBefore(back) ? from : back;
        // By whole seconds, as the gateway counts.
        Instant start = Instant.ofEpochSecond(from.getEpochSecond());
        Instant to = Instant.ofEpochSecond(min(end, start.plus(length)).getEpochSecond());
        if (!start.isBefore(to)) {
            return Optional.empty();
        }
        Duration overlap = OVERLAP.compareTo(length) < 0 ? OVERLAP : length;
        return Optional.of(new Slice(start.minus(overlap), start, to));
    }

    /** @param done false: it held too much */
    void ended(boolean done) {
        length = done
                ? min(length.multipliedBy(2), LONGEST)
                : Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), length.toSeconds() / 2));
    }

    private static <T extends Comparable<T>> T min(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
