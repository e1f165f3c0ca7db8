package arcade.promotion;

import java.time.Instant;
import java.util.Optional;

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
        Optional<Instant> until) {

    public Promotion {
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

    /** Whether it holds for this cart at all; a coupon's letters may be typed large or small. */
    boolean applies(long itemsMinor, Optional<String> typed, Instant now) {
        return itemsMinor >= least
                && from.map(begin -> !now.isBefore(begin)).orElse(true)
                && until.map(now::isBefore).orElse(true)
                && coupon.map(code -> typed.filter(code::equalsIgnoreCase).isPresent())
                        .orElse(true);
    }
}
