package arcade.promotion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.promotion.Judgement.Verdict;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import arcade.shared.Money;
import arcade.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two mugs at 12.50 and a pen at 3.00; the delivery is 4.90. */
class JudgingPromotionsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Optional<String> COUPON = Optional.of("BLACK");
    private static final PricedItem MUG = new PricedItem(new Sku("MUG"), "mug", Optional.of("kitchen"), 1250, 2);
    private static final PricedItem PEN = new PricedItem(new Sku("PEN"), "pen", Optional.of("desk"), 300, 1);
    private static final Tariff TARIFF = new Tariff(
            "DE",
            List.of("DE"),
            Map.of("DE", new Tariff.Rate(euro(490), Optional.empty(), Optional.empty())),
            Map.of("DE", 1900),
            Optional.empty());
    private static final Reduction TENTH = new Reduction.Percentage(1000);
    private static final Reduction DELIVERY = new Reduction.FreeShipping();

    @Test
    void eachSaysWhatItTakesOffEachLineInItsTurn() {
        List<Judgement> judged = judged(
                rule(1).of(TENTH).rule(),
                rule(2).of(new Reduction.Amount(280)).first(9).rule());

        assertEquals(2, judged.get(0).promotion().id());
        assertEquals(
                Map.of(MUG.sku(), euro(250), PEN.sku(), euro(30)), judged.get(0).offLines());
        assertEquals(
                Map.of(MUG.sku(), euro(225), PEN.sku(), euro(27)), judged.get(1).offLines());
        assertEquals(euro(252), judged.get(1).amount());
    }

    @Test
    void whyOneDoesNothing() {
        assertEquals(Verdict.NOT_YET, alone(rule(1).from(NOW.plusSeconds(1))));
        assertEquals(Verdict.OVER, alone(rule(1).until(NOW)));
        assertEquals(Verdict.COUPON, alone(rule(1).coupon("OTHER")));
        assertEquals(Verdict.APPLIED, alone(rule(1).coupon("BLACK")));
        assertEquals(Verdict.USED_UP, alone(rule(77)));
        assertEquals(Verdict.TOO_LITTLE, alone(rule(1).least(2801)));
        assertEquals(Verdict.APPLIED, alone(rule(1).least(2800)));
        assertEquals(Verdict.NO_ARTICLE, alone(rule(1).scope(new Scope.Product("pot"))));
    }

    @Test
    void whatDoesNotCombineIsLeftOutForWhatIsWorthMore() {
        Rule half = rule(2).of(new Reduction.Percentage(5000)).alone();

        assertEquals(Verdict.OTHERS_ARE_BETTER, of(1, judged(rule(1).rule(), half.rule())));
        assertEquals(
                Verdict.OTHERS_ARE_BETTER,
                of(
                        3,
                        judged(
                                rule(1).rule(),
                                rule(3).of(new Reduction.Percentage(100))
                                        .alone()
                                        .rule())));
    }

    @Test
    void whatComesTooLateHasNothingLeft() {
        assertEquals(
                Verdict.NOTHING_LEFT,
                of(
                        1,
                        judged(
                                rule(1).of(DELIVERY).rule(),
                                rule(2).of(DELIVERY).first(1).rule())));
        assertEquals(
                Verdict.NOTHING_LEFT,
                of(
                        1,
                        judged(
                                rule(1).rule(),
                                rule(2).of(new Reduction.Percentage(10_000))
                                        .first(1)
                                        .rule())));
    }

    @Test
    void theyAddUpToWhatTheShopperPays() {
        Random random = new Random(19);
        for (int round = 0; round < 2000; round++) {
            List<Promotion> rules = new ArrayList<>();
            int count = random.nextInt(6);
            for (int id = 1; id <= count; id++) {
                rules.add(any(id, random));
            }
            List<PricedItem> items = List.of(MUG, PEN).subList(0, random.nextInt(3));
            Pricing pricing = pricing(rules);

            Totals totals = pricing.totals(items);
            List<Judgement> judged = pricing.judged(items);

            Set<Promotion> all = new HashSet<>();
            judged.forEach(each -> all.add(each.promotion()));
            assertEquals(new HashSet<>(rules), all);
            assertEquals(rules.size(), judged.size(), "each once");
            assertEquals(
                    totals.discounts(),
                    judged.stream()
                            .filter(Judgement::isApplied)
                            .map(each -> new Totals.Discount(each.promotion(), each.amount()))
                            .toList());
            for (PricedItem item : items) {
                Money off = judged.stream().map(each -> each.off(item.sku())).reduce(euro(0), Money::plus);
                assertEquals(totals.off(item.sku()), off);
            }
        }
    }

    private static Promotion any(int id, Random random) {
        Rule rule = rule(id).first(random.nextInt(3)).least(random.nextInt(4000));
        rule = random.nextInt(3) == 0 ? rule.alone() : rule;
        rule = random.nextInt(3) == 0 ? rule.coupon(random.nextBoolean() ? "BLACK" : "OTHER") : rule;
        rule = random.nextInt(3) == 0 ? rule.scope(new Scope.Category("desk")) : rule;
        return switch (random.nextInt(4)) {
            case 0 ->
                rule.of(new Reduction.Percentage(1 + random.nextInt(10_000))).rule();
            case 1 -> rule.of(new Reduction.Amount(1 + random.nextInt(4000))).rule();
            case 2 -> rule.of(new Reduction.FreePieces(1, 1)).rule();
            default -> rule.of(DELIVERY).rule();
        };
    }

    private static Verdict alone(Rule rule) {
        return judged(rule.rule()).get(0).verdict();
    }

    private static Verdict of(long id, List<Judgement> judged) {
        return judged.stream()
                .filter(each -> each.promotion().id() == id)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static List<Judgement> judged(Promotion... rules) {
        return pricing(List.of(rules)).judged(List.of(MUG, PEN));
    }

    private static Pricing pricing(List<Promotion> rules) {
        return new Pricing(TARIFF, "DE", EURO, rules, Set.of(77L), COUPON, NOW);
    }

    private static Rule rule(long id) {
        return new Rule(new Promotion(
                id,
                "rule " + id,
                TENTH,
                new Scope.Everything(),
                Optional.empty(),
                0,
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                Limit.none()));
    }

    private static Money euro(long minor) {
        return new Money(minor, EURO);
    }

    /** A rule that is changed piece by piece. */
    private record Rule(Promotion rule) {
        Rule of(Reduction reduction) {
            return with(reduction, rule.scope(), rule.coupon(), rule.least(), rule.priority(), rule.stacks());
        }

        Rule scope(Scope scope) {
            return with(rule.reduction(), scope, rule.coupon(), rule.least(), rule.priority(), rule.stacks());
        }

        Rule coupon(String code) {
            return with(
                    rule.reduction(), rule.scope(), Optional.of(code), rule.least(), rule.priority(), rule.stacks());
        }

        Rule least(long least) {
            return with(rule.reduction(), rule.scope(), rule.coupon(), least, rule.priority(), rule.stacks());
        }

        Rule first(int priority) {
            return with(rule.reduction(), rule.scope(), rule.coupon(), rule.least(), priority, rule.stacks());
        }

        Rule alone() {
            return with(rule.reduction(), rule.scope(), rule.coupon(), rule.least(), rule.priority(), false);
        }

        Rule from(Instant from) {
            return during(Optional.of(from), rule.until());
        }

        Rule until(Instant until) {
            return during(rule.from(), Optional.of(until));
        }

        private Rule with(
                Reduction reduction, Scope scope, Optional<String> coupon, long least, int priority, boolean stacks) {
            return new Rule(new Promotion(
                    rule.id(),
                    rule.name(),
                    reduction,
                    scope,
                    coupon,
                    least,
                    priority,
                    stacks,
                    rule.from(),
                    rule.until(),
                    rule.limit()));
        }

        private Rule during(Optional<Instant> from, Optional<Instant> until) {
            return new Rule(new Promotion(
                    rule.id(),
                    rule.name(),
                    rule.reduction(),
                    rule.scope(),
                    rule.coupon(),
                    rule.least(),
                    rule.priority(),
                    rule.stacks(),
                    from,
                    until,
                    rule.limit()));
        }
    }
}
