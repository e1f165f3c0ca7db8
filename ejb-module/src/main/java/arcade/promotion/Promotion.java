package arcade.promotion;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A price rule of a store. Amounts are minor units of the store's currency.
 *
 * @param name what a shopper reads beside the amount
 * @param coupon the code that must be typed; empty: it holds for everybody
 * @param least what the items must cost before any rule, or 0
 * @param priority the greater comes first
 * @param stacks may be combined with others that stack; otherwise it holds alone or not at all
 * @param from inclusive; empty: since ever
 * @param until exclusive; empty: for ever
 * @param limit how often it may be used
 */
public record Promotion(
        long id,
        String name,
        Reduction reduction,
        Scope scope,
        Optional<String> coupon,
        long least,
        int priority,
        boolean stacks,
        Optional<Instant> from,
        Optional<Instant> until,
        Limit limit) {
    /** Of a coupon's letters and of a promotion's name; as many as their columns hold. */
    public static final int LONGEST_COUPON = 40;

    private static final int LONGEST_NAME = 120;
    private static final Pattern COUPON = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0," + (LONGEST_COUPON - 1) + "}");

    public Promotion {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name: 1 to " + LONGEST_NAME + " characters, not " + name);
        }
        coupon.ifPresent(code -> {
            if (!COUPON.matcher(code).matches()) {
                throw new IllegalArgumentException("coupon: 1 to " + LONGEST_COUPON
                        + " of A-Z, 0-9, - and _, beginning with a letter or a digit, not " + code);
            }
        });
        if (least < 0) {
            throw new IllegalArgumentException("least: not below zero, not " + least);
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("until: after " + from.get() + ", not " + until.get());
        }
    }

    /** What it takes off. */
    public sealed interface Reduction {
        /** @param basisPoints 1 to 10 000, which is everything */
        record Percentage(int basisPoints) implements Reduction {
            public Percentage {
                if (basisPoints < 1 || basisPoints > Discounts.WHOLE) {
                    throw new IllegalArgumentException("basisPoints: 1 to " + Discounts.WHOLE + ", not " + basisPoints);
                }
            }
        }

        /** Once for the cart, never more than what is left of the articles it holds for. */
        record Amount(long minor) implements Reduction {
            public Amount {
                if (minor < 1) {
                    throw new IllegalArgumentException("minor: more than zero, not " + minor);
                }
            }
        }

        /** Of every {@code paid + free} pieces the cheapest {@code free} cost nothing. */
        record FreePieces(int paid, int free) implements Reduction {
            public FreePieces {
                if (paid < 1 || free < 1) {
                    throw new IllegalArgumentException("paid and free: at least 1, not " + paid + " and " + free);
                }
            }
        }

        record FreeShipping() implements Reduction {}
    }

    /** The articles it holds for. */
    public sealed interface Scope {
        boolean holds(PricedItem item);

        record Everything() implements Scope {
            @Override
            public boolean holds(PricedItem item) {
                return true;
            }
        }

        record Category(String handle) implements Scope {
            @Override
            public boolean holds(PricedItem item) {
                return item.category().filter(handle::equals).isPresent();
            }
        }

        record Product(String handle) implements Scope {
            @Override
            public boolean holds(PricedItem item) {
                return item.product().equals(handle);
            }
        }
    }

    /**
     * How many orders may have it; orders that were cancelled do not count.
     *
     * @param uses in all; empty: any number
     * @param perBuyer of one buyer, who is known by the e-mail address; empty: any number
     */
    public record Limit(OptionalLong uses, OptionalLong perBuyer) {
        public Limit {
            if (uses.orElse(1) < 1 || perBuyer.orElse(1) < 1) {
                throw new IllegalArgumentException("uses and perBuyer: at least 1, not " + uses + " and " + perBuyer);
            }
        }

        public static Limit none() {
            return new Limit(OptionalLong.empty(), OptionalLong.empty());
        }

        public boolean isNone() {
            return uses.isEmpty() && perBuyer.isEmpty();
        }
    }

    /** A code as it is compared and kept; empty: no code can be that. */
    public static Optional<String> coupon(String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> COUPON.matcher(text).matches());
    }

    /** Whether it holds for everybody or for this coupon, as {@link #coupon(String)} gives it. */
    public boolean isOpenTo(Optional<String> code) {
        return coupon.isEmpty() || coupon.equals(code);
    }

    /** The same rule under another id. */
    public Promotion numbered(long other) {
        return new Promotion(other, name, reduction, scope, coupon, least, priority, stacks, from, until, limit);
    }

    boolean isOf(String code) {
        return coupon.filter(code::equals).isPresent();
    }

    public boolean isInForce(Instant now) {
        return from.map(begin -> !now.isBefore(begin)).orElse(true)
                && until.map(now::isBefore).orElse(true);
    }
}
