package arcade.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import arcade.shared.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscountsTest {
    private static final long SHIPPING = 490;
    private static final Scope ALL = new Scope.Everything();
    private static final PricedItem MUG = item("MUG", "kitchen", 1250, 2);
    private static final PricedItem PAN = item("PAN", "kitchen", 3999, 1);
    private static final PricedItem PEN = item("PEN", "desk", 333, 3);

    @Test
    void aPercentageIsRoundedLineByLine() {
        Discounts tenth = of(List.of(MUG, PEN), rule(1, new Reduction.Percentage(1000)));

        assertEquals(Map.of(MUG.sku(), 250L, PEN.sku(), 100L), tenth.byLine());
        assertEquals(350, tenth.minor());
    }

    @Test
    void onlyTheArticlesOfItsScopeAreReduced() {
        Discounts desk = of(List.of(MUG, PEN), rule(1, new Reduction.Percentage(5000), new Scope.Category("desk")));
        Discounts pans = of(List.of(MUG, PAN), rule(1, new Reduction.Percentage(5000), new Scope.Product("pan")));
        Discounts none = of(List.of(MUG), rule(1, new Reduction.FreeShipping(), new Scope.Category("desk")));

        assertEquals(Map.of(PEN.sku(), 500L), desk.byLine());
        assertEquals(Map.of(PAN.sku(), 2000L), pans.byLine());
        assertEquals(Discounts.none(), none);
    }

    @Test
    void anAmountIsSpreadToTheLastMinorUnit() {
        Discounts ten = of(List.of(MUG, PAN, PEN), rule(1, new Reduction.Amount(1000)));

        assertEquals(1000, ten.minor());
        assertEquals(Map.of(MUG.sku(), 334L, PAN.sku(), 533L, PEN.sku(), 133L), ten.byLine());
    }

    @Test
    void anAmountIsNeverMoreThanTheArticles() {
        assertEquals(
                MUG.minor(),
                of(List.of(MUG), rule(1, new Reduction.Amount(999_999))).minor());
    }

    @Test
    void ofEveryThreePiecesTheCheapestIsFree() {
        Promotion threeForTwo = rule(1, new Reduction.FreePieces(2, 1));

        assertEquals(Map.of(), of(List.of(MUG), threeForTwo).byLine());
        assertEquals(
                Map.of(MUG.sku(), 1250L), of(List.of(MUG, PAN), threeForTwo).byLine());
        assertEquals(
                Map.of(PEN.sku(), 333L * 1, MUG.sku(), 1250L),
                of(List.of(MUG, PAN, PEN), threeForTwo).byLine());
    }

    @Test
    void rulesThatStackTakeFromWhatIsLeft() {
        Promotion half = rule(1, new Reduction.Percentage(5000));
        Promotion tenth = rule(2, new Reduction.Percentage(1000));

        Discounts both = of(List.of(PAN), tenth, half);

        assertEquals(2000 + 200, both.minor());
        assertEquals(
                List.of(1L, 2L),
                both.applied().stream().map(each -> each.promotion().id()).toList());
    }

    @Test
    void theGreaterPriorityComesFirst() {
        Promotion percentage = new Promotion(
                1,
                "p",
                new Reduction.Percentage(5000),
                ALL,
                Optional.empty(),
                0,
                1,
                true,
                Optional.empty(),
                Optional.empty(),
                Promotion.Limit.none());
        Promotion amount = new Promotion(
                2,
                "a",
                new Reduction.Amount(1000),
                ALL,
                Optional.empty(),
                0,
                9,
                true,
                Optional.empty(),
                Optional.empty(),
                Promotion.Limit.none());

        assertEquals(1000 + 750, of(List.of(MUG), percentage, amount).minor());
    }

    @Test
    void whatDoesNotStackHoldsAloneAndTheShopperGetsTheBetter() {
        Promotion stacking = rule(1, new Reduction.Percentage(1000));
        Promotion small = alone(2, new Reduction.Amount(100));
        Promotion great = alone(3, new Reduction.Amount(2000));

        assertEquals(List.of(1L), ids(of(List.of(MUG), stacking, small)));
        assertEquals(List.of(3L), ids(of(List.of(MUG), stacking, small, great)));
        assertEquals(List.of(4L), ids(of(List.of(MUG), stacking, alone(4, new Reduction.FreeShipping()))));
    }

    @Test
    void shippingIsFreeOnce() {
        Discounts free = of(List.of(MUG), rule(1, new Reduction.FreeShipping()), rule(2, new Reduction.FreeShipping()));

        assertTrue(free.freeShipping());
        assertEquals(List.of(1L), ids(free));
        assertEquals(0, free.minor());
    }

    @Test
    void badRulesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Reduction.Percentage(0));
        assertThrows(IllegalArgumentException.class, () -> new Reduction.Percentage(10_001));
        assertThrows(IllegalArgumentException.class, () -> new Reduction.Amount(0));
        assertThrows(IllegalArgumentException.class, () -> new Reduction.FreePieces(0, 1));
    }

    /** Whatever the cart and the rules: nothing below zero, the parts are the whole, and the order of either does not matter. */
    @Test
    void itHoldsForAnyCartAndAnyRules() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<PricedItem> cart = new ArrayList<>();
            for (int line = 0; line <= random.nextInt(6); line++) {
                cart.add(item("SKU" + line, "c" + random.nextInt(3), random.nextInt(5000), 1 + random.nextInt(7)));
            }
            List<Promotion> rules = new ArrayList<>();
            for (int number = 0; number < random.nextInt(6); number++) {
                rules.add(any(number, random));
            }
            Discounts once = of(cart, rules.toArray(Promotion[]::new));
            Collections.shuffle(cart, random);
            Collections.shuffle(rules, random);
            Discounts again = of(cart, rules.toArray(Promotion[]::new));

            assertEquals(once, again, "seed " + seed);
            assertEquals(
                    once.minor(),
                    once.applied().stream().mapToLong(Discounts.Applied::minor).sum(),
                    "seed " + seed);
            for (PricedItem item : cart) {
                assertTrue(once.of(item.sku()) >= 0 && once.of(item.sku()) <= item.minor(), "seed " + seed);
            }
            assertFalse(once.applied().isEmpty() && (once.minor() > 0 || once.freeShipping()), "seed " + seed);
        }
    }

    private static Promotion any(long id, Random random) {
        Reduction reduction = switch (random.nextInt(4)) {
            case 0 -> new Reduction.Percentage(1 + random.nextInt(10_000));
            case 1 -> new Reduction.Amount(1 + random.nextInt(9000));
            case 2 -> new Reduction.FreePieces(1 + random.nextInt(3), 1 + random.nextInt(2));
            default -> new Reduction.FreeShipping();
        };
        Scope scope = random.nextBoolean() ? ALL : new Scope.Category("c" + random.nextInt(3));
        return new Promotion(
                id,
                "rule " + id,
                reduction,
                scope,
                Optional.empty(),
                random.nextInt(3000),
                random.nextInt(3),
                random.nextInt(3) > 0,
                Optional.empty(),
                Optional.empty(),
                Promotion.Limit.none());
    }

    private static List<Long> ids(Discounts discounts) {
        return discounts.applied().stream().map(each -> each.promotion().id()).toList();
    }

    private static Discounts of(List<PricedItem> items, Promotion... promotions) {
        return Discounts.of(items, List.of(promotions), SHIPPING);
    }

    private static Promotion rule(long id, Reduction reduction) {
        return rule(id, reduction, ALL);
    }

    private static Promotion rule(long id, Reduction reduction, Scope scope) {
        return new Promotion(
                id,
                "rule " + id,
                reduction,
                scope,
                Optional.empty(),
                0,
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                Promotion.Limit.none());
    }

    private static Promotion alone(long id, Reduction reduction) {
        return new Promotion(
                id,
                "rule " + id,
                reduction,
                ALL,
                Optional.empty(),
                0,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Promotion.Limit.none());
    }

    private static PricedItem item(String sku, String category, long unit, int quantity) {
        return new PricedItem(
                new Sku(sku), sku.toLowerCase(java.util.Locale.ROOT), Optional.of(category), unit, quantity);
    }
}
