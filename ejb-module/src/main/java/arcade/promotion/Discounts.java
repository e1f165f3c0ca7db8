package arcade.promotion;

import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.FreeShipping;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.shared.Sku;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a store's price rules take off a cart. All rules that stack are taken together, in order of priority, each from what the ones
 * before have left; a rule that does not stack is taken alone; the shopper gets whichever of these is worth most. No line costs less
 * than nothing, and the parts of the lines are the whole, to the last minor unit.
 *
 * @param byLine minor units off each line; lines without are missing
 * @param applied in order of priority, with what each took off
 */
public record Discounts(Map<Sku, Long> byLine, List<Applied> applied, boolean freeShipping) {
    static final int WHOLE = 10_000;

    static final Comparator<Promotion> FIRST =
            Comparator.comparingInt(Promotion::priority).reversed().thenComparingLong(Promotion::id);

    public Discounts {
        byLine = Map.copyOf(byLine);
        applied = List.copyOf(applied);
    }

    /** @param byLine minor units it took off each line, those without are missing; free shipping takes nothing off them */
    public record Applied(Promotion promotion, Map<Sku, Long> byLine) {
        public Applied {
            byLine = Map.copyOf(byLine);
        }

        public long minor() {
            return byLine.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public static Discounts none() {
        return new Discounts(Map.of(), List.of(), false);
    }

    /**
     * @param items each SKU once
     * @param promotions those that may be used now, by this shopper
     * @param shippingMinor what free shipping is worth to this shopper
     */
    public static Discounts of(List<PricedItem> items, List<Promotion> promotions, long shippingMinor) {
        long sum = items.stream().mapToLong(PricedItem::minor).sum();
        List<Promotion> holding = promotions.stream()
                .filter(promotion -> sum >= promotion.least())
                .sorted(FIRST)
                .toList();
        List<PricedItem> lines = items.stream()
                .sorted(Comparator.comparing(item -> item.sku().value()))
                .toList();
        Discounts best =
                together(lines, holding.stream().filter(Promotion::stacks).toList(), shippingMinor);
        for (Promotion alone : holding) {
            if (!alone.stacks()) {
                Discounts other = together(lines, List.of(alone), shippingMinor);
                best = other.worth(shippingMinor) > best.worth(shippingMinor) ? other : best;
            }
        }
        return best;
    }

    /** Off the items, without shipping. */
    public long minor() {
        return byLine.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Sku sku) {
        return byLine.getOrDefault(sku, 0L);
    }

    private long worth(long shippingMinor) {
        return minor() + (freeShipping ? shippingMinor : 0);
    }

    private static Discounts together(List<PricedItem> lines, List<Promotion> promotions, long shippingMinor) {
        Remaining remaining = new Remaining(lines);
        List<Applied> applied = new ArrayList<>();
        boolean freeShipping = false;
        for (Promotion promotion : promotions) {
            List<PricedItem> held =
                    lines.stream().filter(promotion.scope()::holds).toList();
            boolean ships = shippingMinor > 0 && promotion.reduction() instanceof FreeShipping && !held.isEmpty();
            Map<Sku, Long> before = remaining.taken();
            long taken = take(promotion.reduction(), held, remaining);
            if (taken > 0 || ships && !freeShipping) {
                applied.add(new Applied(promotion, remaining.takenSince(before)));
            }
            freeShipping |= ships;
        }
        return new Discounts(remaining.taken(), applied, freeShipping);
    }

    private static long take(Promotion.Reduction reduction, List<PricedItem> held, Remaining remaining) {
        if (reduction instanceof Percentage percentage) {
            return held.stream()
                    .mapToLong(item -> remaining.take(item, part(remaining.of(item), percentage.basisPoints())))
                    .sum();
        }
        if (reduction instanceof Amount amount) {
            return spread(amount.minor(), held, remaining);
        }
        return reduction instanceof FreePieces free ? cheapest(free, held, remaining) : 0;
    }

    /** Rounded half up. */
    private static long part(long minor, int basisPoints) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(WHOLE), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** In the proportion of what is left of each line; what rounding down leaves goes to the lines with the greatest rest. */
    private static long spread(long amount, List<PricedItem> held, Remaining remaining) {
        long whole = held.stream().mapToLong(remaining::of).sum();
        long wanted = Math.min(amount, whole);
        if (wanted == 0) {
            return 0;
        }
        Map<PricedItem, Long> rests =
                new TreeMap<>(Comparator.comparing(item -> item.sku().value()));
        Map<PricedItem, Long> parts =
                new TreeMap<>(Comparator.comparing(item -> item.sku().value()));
        long given = 0;
        for (PricedItem item : held) {
            BigDecimal[] share = BigDecimal.valueOf(wanted)
                    .multiply(BigDecimal.valueOf(remaining.of(item)))
                    .divideAndRemainder(BigDecimal.valueOf(whole));
            parts.put(item, share[0].longValueExact());
            rests.put(item, share[1].longValueExact());
            given += share[0].longValueExact();
        }
        List<PricedItem> greatestRestFirst = held.stream()
                .sorted(Comparator.<PricedItem>comparingLong(rests::get)
                        .reversed()
                        .thenComparing(item -> item.sku().value()))
                .toList();
        for (int index = 0; index < wanted - given; index++) {
            parts.merge(greatestRestFirst.get(index), 1L, Long::sum);
        }
        return parts.entrySet().stream()
                .mapToLong(part -> remaining.take(part.getKey(), part.getValue()))
                .sum();
    }

    /** Dearest first, in groups: the last of each full group are free. Never more than what other rules have left of a line. */
    private static long cheapest(FreePieces rule, List<PricedItem> held, Remaining remaining) {
        List<PricedItem> dearestFirst = held.stream()
                .sorted(Comparator.comparingLong(PricedItem::unitMinor)
                        .reversed()
                        .thenComparing(item -> item.sku().value()))
                .toList();
        long pieces = dearestFirst.stream().mapToLong(PricedItem::quantity).sum();
        int group = rule.paid() + rule.free();
        long full = pieces / group * group;
        long taken = 0;
        long before = 0;
        for (PricedItem item : dearestFirst) {
            long after = before + item.quantity();
            long free = freeAmongFirst(Math.min(after, full), rule) - freeAmongFirst(Math.min(before, full), rule);
            taken += remaining.take(item, Math.multiplyExact(free, item.unitMinor()));
            before = after;
        }
        return taken;
    }

    /** How many of the first pieces are free. */
    private static long freeAmongFirst(long pieces, FreePieces rule) {
        int group = rule.paid() + rule.free();
        return pieces / group * rule.free() + Math.max(0, pieces % group - rule.paid());
    }

    /** What is still to be paid of each line. */
    private static final class Remaining {
        private final Map<Sku, Long> taken = new HashMap<>();

        Remaining(List<PricedItem> lines) {
            lines.forEach(line -> {
                if (taken.put(line.sku(), 0L) != null) {
                    throw new IllegalArgumentException("two lines of " + line.sku());
                }
            });
        }

        long of(PricedItem item) {
            return item.minor() - taken.get(item.sku());
        }

        long take(PricedItem item, long minor) {
            long possible = Math.min(minor, of(item));
            taken.merge(item.sku(), possible, Long::sum);
            return possible;
        }

        Map<Sku, Long> taken() {
            Map<Sku, Long> some = new HashMap<>(taken);
            some.values().removeIf(minor -> minor == 0);
            return some;
        }

        Map<Sku, Long> takenSince(Map<Sku, Long> before) {
            Map<Sku, Long> since = taken();
            since.replaceAll((sku, minor) -> minor - before.getOrDefault(sku, 0L));
            since.values().removeIf(minor -> minor == 0);
            return since;
        }
    }
}
