package arcade.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.promotion.CouponAnswer.State;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import arcade.shared.Money;
import arcade.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Optional<String> BLACK = Optional.of("BLACK");
    private static final PricedItem MUG = item("MUG", "kitchen", 1250, 2);
    private static final PricedItem PEN = item("PEN", "desk", 300, 1);
    private static final Tariff TARIFF = new Tariff(
            "DE",
            List.of("DE", "AT"),
            Map.of(
                    "DE", new Tariff.Rate(euro(490), Optional.of(euro(6000)), Optional.empty()),
                    "AT", new Tariff.Rate(euro(900), Optional.empty(), Optional.empty())),
            Map.of("DE", 1900, "AT", 2000),
            Optional.empty());

    @Test
    void theTotalIsWhatIsLeftOfTheArticlesAndTheDelivery() {
        Totals totals = pricing("DE", Optional.empty(), percent(1, Optional.empty(), 1000, 0))
                .totals(List.of(MUG, PEN));

        assertEquals(euro(2800), totals.items());
        assertEquals(euro(280), totals.discount());
        assertEquals(Map.of(MUG.sku(), euro(250), PEN.sku(), euro(30)), totals.offLines());
        assertEquals(Optional.of(euro(490)), totals.shipping());
        assertEquals(euro(2520 + 490), totals.total());
        assertEquals(euro(481), totals.tax(), "the tax of what is paid, not of what was taken off");
        assertEquals("rule 1", totals.discounts().get(0).label());
    }

    @Test
    void theCountryDecidesDeliveryAndTax() {
        Totals austria = pricing("AT", Optional.empty()).totals(List.of(MUG));
        Totals nowhere = pricing("US", Optional.empty()).totals(List.of(MUG));

        assertEquals(euro(2500 + 900), austria.total());
        assertEquals(euro(567), austria.tax());
        assertEquals(Optional.empty(), nowhere.shipping());
        assertEquals(euro(2500), nowhere.total());
    }

    @Test
    void nothingIsSentForNothing() {
        Totals totals = pricing("DE", Optional.empty()).totals(List.of());

        assertEquals(Optional.of(euro(0)), totals.shipping());
        assertEquals(euro(0), totals.total());
    }

    @Test
    void aDiscountDoesNotCostTheFreeDelivery() {
        PricedItem dear = item("PAN", "kitchen", 6000, 1);

        Totals totals = pricing("DE", Optional.empty(), percent(1, Optional.empty(), 100, 0))
                .totals(List.of(dear));

        assertEquals(Optional.of(euro(0)), totals.shipping());
        assertEquals(euro(5940), totals.total());
    }

    @Test
    void whatIsMissingOfFreeDeliveryIsTold() {
        assertEquals(
                Optional.of(euro(3500)),
                pricing("DE", Optional.empty()).totals(List.of(MUG)).toFreeShipping());
        assertEquals(
                Optional.empty(),
                pricing("AT", Optional.empty()).totals(List.of(MUG)).toFreeShipping());
        assertEquals(
                Optional.empty(),
                pricing("DE", BLACK, freeShipping(1, BLACK))
                        .totals(List.of(MUG))
                        .toFreeShipping());
    }

    @Test
    void freeDeliveryIsADiscountOfNothingOffTheArticles() {
        Totals totals = pricing("DE", BLACK, freeShipping(1, BLACK)).totals(List.of(MUG));

        assertEquals(Optional.of(euro(0)), totals.shipping());
        assertEquals(euro(2500), totals.total());
        assertEquals(euro(0), totals.discounts().get(0).amount());
        assertEquals(State.APPLIED, state(totals));
    }

    @Test
    void whatPaysNoDeliveryIsNotUsed() {
        PricedItem dear = item("PAN", "kitchen", 6000, 1);

        Totals free = pricing("DE", BLACK, freeShipping(1, BLACK)).totals(List.of(dear));
        Totals nowhere = pricing("US", BLACK, freeShipping(1, BLACK)).totals(List.of(MUG));

        assertEquals(List.of(), free.discounts());
        assertEquals(State.NO_ARTICLE, state(free));
        assertEquals(List.of(), nowhere.discounts());
    }

    @Test
    void aCouponSaysWhatBecameOfIt() {
        Promotion tenth = percent(1, BLACK, 1000, 2500);

        assertEquals(State.APPLIED, state(pricing("DE", BLACK, tenth).totals(List.of(MUG))));
        assertEquals(
                State.NOT_VALID,
                state(pricing("DE", Optional.of("GREEN"), tenth).totals(List.of(MUG))));
        Totals tooLittle = pricing("DE", BLACK, tenth).totals(List.of(PEN));
        assertEquals(State.TOO_LITTLE, state(tooLittle));
        assertEquals(Optional.of(euro(2500)), tooLittle.coupon().orElseThrow().least());
        Promotion pens = rule(2, new Reduction.Percentage(1000), new Scope.Category("desk"), BLACK, 0, true);
        assertEquals(State.NO_ARTICLE, state(pricing("DE", BLACK, pens).totals(List.of(MUG))));
        Promotion half = rule(3, new Reduction.Percentage(5000), new Scope.Everything(), Optional.empty(), 0, false);
        assertEquals(
                State.OTHERS_ARE_BETTER, state(pricing("DE", BLACK, tenth, half).totals(List.of(MUG))));
        assertEquals(
                State.USED_UP, state(pricing("DE", BLACK, tenth).without(tenth).totals(List.of(MUG))));
        assertEquals(
                Optional.empty(),
                pricing("DE", Optional.empty(), tenth).totals(List.of(MUG)).coupon());
    }

    @Test
    void whoTypesNoCouponOrAnotherPaysTheFullPrice() {
        for (Optional<String> typed : List.of(Optional.<String>empty(), Optional.of("GREEN"))) {
            Totals totals = pricing("DE", typed, percent(1, BLACK, 1000, 0)).totals(List.of(MUG));

            assertEquals(euro(2500 + 490), totals.total(), typed::toString);
            assertEquals(List.of(), totals.discounts());
        }
    }

    @Test
    void aPromotionHoldsFromItsBeginningUntilItsEnd() {
        Promotion friday = new Promotion(
                1,
                "Friday",
                new Reduction.Percentage(1000),
                new Scope.Everything(),
                BLACK,
                0,
                0,
                true,
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(60)),
                Limit.none());

        assertEquals(State.APPLIED, state(at(NOW, friday).totals(List.of(MUG))));
        assertEquals(State.APPLIED, state(at(NOW.plusSeconds(59), friday).totals(List.of(MUG))));
        assertEquals(State.NOT_VALID, state(at(NOW.minusSeconds(1), friday).totals(List.of(MUG))));
        assertEquals(State.NOT_VALID, state(at(NOW.plusSeconds(60), friday).totals(List.of(MUG))));
    }

    @Test
    void aCodeIsKeptInCapitalsAndWhatCannotBeOneIsNone() {
        assertEquals(Optional.of("BLACK-26"), Promotion.coupon(" black-26 "));
        for (String typed : new String[] {null, "", " ", "-A", "ä", "a b", "X".repeat(41), "<b>"}) {
            assertEquals(Optional.empty(), Promotion.coupon(typed), typed);
        }
    }

    /** Whatever the cart, the rules and the country: the sums add up, and no order of the input and no coupon does harm. */
    @Test
    void itHoldsForAnyCartAndAnyRules() {
        for (long seed = 0; seed < 4000; seed++) {
            Random random = new Random(seed);
            List<PricedItem> cart = new ArrayList<>();
            for (int line = 0; line <= random.nextInt(6); line++) {
                cart.add(item("SKU" + line, "c" + random.nextInt(3), random.nextInt(5000), 1 + random.nextInt(7)));
            }
            List<Promotion> rules = new ArrayList<>();
            for (int number = 0; number < random.nextInt(6); number++) {
                rules.add(any(number, random));
            }
            String country = List.of("DE", "AT", "US").get(random.nextInt(3));
            Totals totals = priced(country, BLACK, rules).totals(cart);
            Totals without = priced(country, Optional.empty(), rules).totals(cart);
            Collections.shuffle(cart, random);
            Collections.shuffle(rules, random);
            String when = "seed " + seed;

            assertEquals(totals, priced(country, BLACK, rules).totals(cart), when);
            assertTrue(totals.total().minor() >= 0, when);
            long offLines =
                    totals.offLines().values().stream().mapToLong(Money::minor).sum();
            assertEquals(totals.discount().minor(), offLines, when);
            assertEquals(
                    totals.items().minor()
                            - offLines
                            + totals.shipping().map(Money::minor).orElse(0L),
                    totals.total().minor(),
                    when);
            assertTrue(totals.tax().compareTo(totals.total()) <= 0, when);
            assertTrue(totals.total().compareTo(without.total()) <= 0, () -> when + ": a coupon made it dearer");
        }
    }

    private static Promotion any(long id, Random random) {
        Reduction reduction = switch (random.nextInt(4)) {
            case 0 -> new Reduction.Percentage(1 + random.nextInt(10_000));
            case 1 -> new Reduction.Amount(1 + random.nextInt(9000));
            case 2 -> new Reduction.FreePieces(1 + random.nextInt(3), 1 + random.nextInt(2));
            default -> new Reduction.FreeShipping();
        };
        return new Promotion(
                id,
                "rule " + id,
                reduction,
                random.nextBoolean() ? new Scope.Everything() : new Scope.Category("c" + random.nextInt(3)),
                random.nextBoolean() ? BLACK : Optional.empty(),
                random.nextInt(3000),
                random.nextInt(3),
                random.nextInt(3) > 0,
                Optional.empty(),
                Optional.empty(),
                Limit.none());
    }

    private static State state(Totals totals) {
        return totals.coupon().orElseThrow().state();
    }

    private static Pricing at(Instant now, Promotion promotion) {
        return new Pricing(TARIFF, "DE", EURO, List.of(promotion), Set.of(), BLACK, now);
    }

    private static Pricing pricing(String country, Optional<String> coupon, Promotion... promotions) {
        return priced(country, coupon, List.of(promotions));
    }

    private static Pricing priced(String country, Optional<String> coupon, List<Promotion> promotions) {
        return new Pricing(TARIFF, country, EURO, promotions, Set.of(), coupon, NOW);
    }

    private static Promotion percent(long id, Optional<String> coupon, int basisPoints, long least) {
        return rule(id, new Reduction.Percentage(basisPoints), new Scope.Everything(), coupon, least, true);
    }

    private static Promotion freeShipping(long id, Optional<String> coupon) {
        return rule(id, new Reduction.FreeShipping(), new Scope.Everything(), coupon, 0, true);
    }

    private static Promotion rule(
            long id, Reduction reduction, Scope scope, Optional<String> coupon, long least, boolean stacks) {
        return new Promotion(
                id,
                "rule " + id,
                reduction,
                scope,
                coupon,
                least,
                0,
                stacks,
                Optional.empty(),
                Optional.empty(),
                Limit.none());
    }

    private static PricedItem item(String sku, String category, long unit, int quantity) {
        return new PricedItem(new Sku(sku), sku.toLowerCase(Locale.ROOT), Optional.of(category), unit, quantity);
    }

    private static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }
}
