package arcade.catalog.search;

import java.util.Optional;

/**
 * A range of prices between two neighbours of 0, 1, 2, 5, 10, 20, 50 … minor units: the same in every list, so that it can be
 * counted like any other trait and has an address that lasts.
 *
 * @param fromMinor included
 * @param belowMinor not included
 */
public record PriceBand(long fromMinor, long belowMinor) {
    // The next one would not fit into a long.
    private static final long HIGHEST = 1_000_000_000_000_000_000L;

    public static PriceBand of(long minor) {
        if (minor < 0) {
            throw new IllegalArgumentException("a price is not negative: " + minor);
        }
        long from = 0;
        long next = 1;
        while (next <= minor && next < HIGHEST) {
            from = next;
            next = next(from);
        }
        return new PriceBand(from, next);
    }

    /** The band that an address names; empty if no band begins there. */
    public static Optional<PriceBand> named(String name) {
        if (!name.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long from = Long.parseLong(name);
        return Optional.of(of(from)).filter(band -> band.fromMinor() == from);
    }

    public String name() {
        return Long.toString(fromMinor);
    }

    /** 1 → 2 → 5 → 10. */
    private static long next(long number) {
        String digits = Long.toString(number);
        return digits.charAt(0) == '2' ? number / 2 * 5 : number * 2;
    }
}
