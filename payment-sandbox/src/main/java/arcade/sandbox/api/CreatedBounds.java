package arcade.sandbox.api;

import arcade.sandbox.ledger.Listed;

/** The bounds of {@code created} of a list, in unix seconds, both inclusive. */
record CreatedBounds(long from, long to) {
    static CreatedBounds of(Parameters parameters) {
        if (!parameters.has("created")) {
            return new CreatedBounds(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (parameters.isText("created")) {
            long exactly = parameters.whole("created").orElseThrow(() -> parameters.missing("created"));
            return new CreatedBounds(exactly, exactly);
        }
        Parameters bounds = parameters.nested("created");
        long from = bounds.whole("gt")
                .map(gt -> gt + 1)
                .or(() -> bounds.whole("gte"))
                .orElse(Long.MIN_VALUE);
        long to = bounds.whole("lt")
                .map(lt -> lt - 1)
                .or(() -> bounds.whole("lte"))
                .orElse(Long.MAX_VALUE);
        return new CreatedBounds(from, to);
    }

    boolean contains(Listed each) {
        return each.created() >= from && each.created() <= to;
    }

    /** Nothing older than this one can be within the bounds. */
    boolean isPast(Listed each) {
        return each.created() < from;
    }
}
