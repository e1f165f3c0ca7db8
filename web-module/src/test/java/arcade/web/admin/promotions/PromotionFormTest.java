package arcade.web.admin.promotions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Map<String, String> TENTH =
            Map.of("name", "A tenth", "kind", "PERCENTAGE", "percent", "10", "scope", "EVERYTHING", "stacks", "on");

    @Test
    void everyFieldIsRead() {
        Promotion rule = read(Map.of(
                        "coupon", " tenth10 ",
                        "least", "60",
                        "priority", "-3",
                        "from", "2026-11-27T00:00",
                        "until", "2026-12-01T00:00:00",
                        "uses", "100",
                        "buyer", "1"))
                .orElseThrow();

        assertEquals(new Reduction.Percentage(1000), rule.reduction());
        assertEquals(Optional.of("TENTH10"), rule.coupon());
        assertEquals(6000, rule.least());
        assertEquals(-3, rule.priority());
        assertEquals(Optional.of(Instant.parse("2026-11-26T23:00:00Z")), rule.from(), "midnight in Berlin");
        assertEquals(Optional.of(Instant.parse("2026-11-30T23:00:00Z")), rule.until());
        assertEquals(new Promotion.Limit(OptionalLong.of(100), OptionalLong.of(1)), rule.limit());
        assertEquals(true, rule.stacks());
    }

    @Test
    void everyKindAndScopeComesBackAsItWasTyped() {
        for (Map<String, String> typed : List.of(
                Map.of("percent", "12.5"),
                Map.of("kind", "AMOUNT", "amount", "5.00", "stacks", "", "least", "12.34"),
                Map.of("kind", "FREE_PIECES", "paid", "2", "free", "1", "scope", "CATEGORY", "category", "cups"),
                Map.of("kind", "FREE_SHIPPING", "scope", "PRODUCT", "product", "mug", "until", "2027-03-28T12:30"))) {
            Promotion rule = read(typed).orElseThrow();

            Map<String, String> shown = PromotionForm.of(new KeptPromotion(rule, true, 1), EURO, BERLIN);

            typed.forEach((field, text) -> assertEquals(text, shown.get(field), field));
            assertEquals(
                    Optional.of(rule), new PromotionForm(shown, EURO, BERLIN).read(7, this::category, this::product));
        }
    }

    @Test
    void theProductOfASkuIsMeant() {
        assertEquals(
                new Scope.Product("mug"),
                read(Map.of("scope", "PRODUCT", "product", "MUG-BLUE"))
                        .orElseThrow()
                        .scope());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|''",
                "name|LONG",
                "kind|EVERYTHING_FREE",
                "scope|''",
                "scope|ALL",
                "percent|''",
                "percent|0",
                "percent|100.01",
                "percent|12.345",
                "percent|-5",
                "percent|1e1",
                "coupon|-A",
                "coupon|GR\u00dcN",
                "coupon|TWO WORDS",
                "least|1,000.00",
                "least|-1",
                "least|0.001",
                "least|999999999999",
                "priority|1.5",
                "priority|1000000",
                "priority|high",
                "from|tomorrow",
                "from|2026-02-30T10:00",
                "until|0001-01-01T00:00",
                "uses|0",
                "uses|-1",
                "uses|9999999999",
                "buyer|0",
                "buyer|many"
            })
    void whatCannotStayIsToldBesideItsField(String field, String typed) {
        wrong(Map.of(field, typed.equals("LONG") ? "x".repeat(121) : typed), field, "promotion.wrong." + field);
    }

    @Test
    void fieldsOfAKindAreAskedForByThatKindOnly() {
        wrong(Map.of("kind", "AMOUNT", "amount", "0"), "amount", "promotion.wrong.amount");
        wrong(Map.of("kind", "AMOUNT", "amount", ""), "amount", "promotion.wrong.amount");
        wrong(Map.of("kind", "FREE_PIECES", "paid", "0", "free", "1"), "paid", "promotion.wrong.paid");
        wrong(Map.of("kind", "FREE_PIECES", "paid", "1", "free", "x"), "free", "promotion.wrong.free");
        wrong(Map.of("scope", "CATEGORY", "category", "pots"), "category", "promotion.wrong.category");
        wrong(Map.of("scope", "PRODUCT", "product", "pot"), "product", "promotion.wrong.product");
        assertEquals(
                true,
                read(Map.of("amount", "rubbish", "paid", "x", "category", "pots"))
                        .isPresent());
    }

    @Test
    void theEndComesAfterTheBeginning() {
        wrong(Map.of("from", "2026-12-01T00:00", "until", "2026-12-01T00:00"), "until", "promotion.wrong.order");
    }

    private Optional<Promotion> read(Map<String, String> more) {
        return form(more).read(7, this::category, this::product);
    }

    private void wrong(Map<String, String> more, String field, String key) {
        PromotionForm form = form(more);

        assertEquals(Optional.empty(), form.read(7, this::category, this::product));
        assertEquals(Map.of(field, key), form.wrong());
        ResourceBundle.getBundle("arcade.web.admin.words").getString(key);
    }

    private static PromotionForm form(Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(TENTH);
        typed.putAll(more);
        typed.replaceAll((field, text) -> text.strip());
        return new PromotionForm(typed, EURO, BERLIN);
    }

    private Optional<String> category(String handle) {
        return Optional.of(handle).filter("cups"::equals);
    }

    private Optional<String> product(String words) {
        return List.of("mug", "MUG-BLUE").contains(words) ? Optional.of("mug") : Optional.empty();
    }
}
