package arcade.web.admin.promotions;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.FreeShipping;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.promotion.Promotion.Scope;
import arcade.web.admin.FormPage;
import arcade.web.admin.MoneyText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** A price rule as it is typed, field by field, and what is wrong with each. */
final class PromotionForm {
    /** More than anybody takes off, and far below what a sum of lines overflows at. */
    private static final long MOST_MINOR = 100_000_000_000L;

    /** Hundredths of a percent. */
    private static final int WHOLE = 10_000;

    private static final int LONGEST_NAME = 120;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final Map<String, String> typed;
    private final Currency currency;
    private final ZoneId zone;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    /** @param typed by field; one that is not there was left empty, or not ticked */
    PromotionForm(Map<String, String> typed, Currency currency, ZoneId zone) {
        this.typed = typed;
        this.currency = currency;
        this.zone = zone;
    }

    /** A rule as it would be typed. */
    static Map<String, String> of(KeptPromotion kept, Currency currency, ZoneId zone) {
        Promotion rule = kept.promotion();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", rule.name());
        if (rule.reduction() instanceof Percentage percentage) {
            fields.put("kind", "PERCENTAGE");
            fields.put("percent", PromotionText.percent(percentage));
        } else if (rule.reduction() instanceof Amount amount) {
            fields.put("kind", "AMOUNT");
            fields.put("amount", MoneyText.of(amount.minor(), currency));
        } else if (rule.reduction() instanceof FreePieces pieces) {
            fields.put("kind", "FREE_PIECES");
            fields.put("paid", String.valueOf(pieces.paid()));
            fields.put("free", String.valueOf(pieces.free()));
        } else {
            fields.put("kind", "FREE_SHIPPING");
        }
        fields.put("scope", "EVERYTHING");
        if (rule.scope() instanceof Scope.Category category) {
            fields.put("scope", "CATEGORY");
            fields.put("category", category.handle());
        } else if (rule.scope() instanceof Scope.Product product) {
            fields.put("scope", "PRODUCT");
            fields.put("product", product.handle());
        }
        fields.put("least", rule.least() == 0 ? "" : MoneyText.of(rule.least(), currency));
        fields.put("coupon", rule.coupon().orElse(""));
        fields.put("priority", String.valueOf(rule.priority()));
        fields.put("stacks", rule.stacks() ? FormPage.ON : "");
        fields.put("from", rule.from().map(at -> local(at, zone)).orElse(""));
        fields.put("until", rule.until().map(at -> local(at, zone)).orElse(""));
        fields.put("uses", text(rule.limit().uses()));
        fields.put("buyer", text(rule.limit().perBuyer()));
        fields.put("active", kept.active() ? FormPage.ON : "");
        return fields;
    }

    /**
     * @param category whether the store has one of that handle, which it gives back
     * @param product the handle of the product that was meant
     * @return empty: something is {@link #wrong()}
     */
    Optional<Promotion> read(
            long id, Function<String, Optional<String>> category, Function<String, Optional<String>> product) {
        String name = field("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            wrong("name");
        }
        Optional<Reduction> reduction = reduction();
        Optional<Scope> scope = scope(category, product);
        long least = field("least").isEmpty() ? 0 : minor("least", 0);
        Optional<String> coupon = Promotion.coupon(field("coupon"));
        if (coupon.isEmpty() && !field("coupon").isEmpty()) {
            wrong("coupon");
        }
        long priority = field("priority").isEmpty() ? 0 : number("priority", "-?[0-9]{1,6}", -999_999);
        Optional<Instant> from = instant("from");
        Optional<Instant> until = instant("until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            wrong.putIfAbsent("until", "promotion.wrong.order");
        }
        Limit limit = new Limit(most("uses"), most("buyer"));
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Promotion(
                id,
                name,
                reduction.orElseThrow(),
                scope.orElseThrow(),
                coupon,
                least,
                (int) priority,
                isTicked("stacks"),
                from,
                until,
                limit));
    }

    boolean isTicked(String field) {
        return field(field).equals(FormPage.ON);
    }

    /** The key of what is to be said beside each field that cannot stay so. */
    Map<String, String> wrong() {
        return wrong;
    }

    private Optional<Reduction> reduction() {
        switch (field("kind")) {
            case "PERCENTAGE":
                return percent();
            case "AMOUNT":
                long minor = minor("amount", 1);
                return minor < 1 ? Optional.empty() : Optional.of(new Amount(minor));
            case "FREE_PIECES":
                long paid = number("paid", "[0-9]{1,3}", 1);
                long free = number("free", "[0-9]{1,3}", 1);
                return paid < 1 || free < 1 ? Optional.empty() : Optional.of(new FreePieces((int) paid, (int) free));
            case "FREE_SHIPPING":
                return Optional.of(new FreeShipping());
            default:
                wrong("kind");
                return Optional.empty();
        }
    }

    private Optional<Reduction> percent() {
        if (field("percent").matches("[0-9]{1,3}([.,][0-9]{1,2})?")) {
            int points = new BigDecimal(field("percent").replace(',', '.'))
                    .movePointRight(2)
                    .intValueExact();
            if (points >= 1 && points <= WHOLE) {
                return Optional.of(new Percentage(points));
            }
        }
        wrong("percent");
        return Optional.empty();
    }

    private Optional<Scope> scope(
            Function<String, Optional<String>> category, Function<String, Optional<String>> product) {
        Optional<Scope> scope = switch (field("scope")) {
            case "CATEGORY" -> category.apply(field("category")).map(Scope.Category::new);
            case "PRODUCT" -> product.apply(field("product")).map(Scope.Product::new);
            case "EVERYTHING" -> Optional.of(new Scope.Everything());
            default -> Optional.empty();
        };
        if (scope.isEmpty()) {
            wrong(
                    switch (field("scope")) {
                        case "CATEGORY" -> "category";
                        case "PRODUCT" -> "product";
                        default -> "scope";
                    });
        }
        return scope;
    }

    private long minor(String field, long least) {
        try {
            long minor = MoneyText.minor(field(field), currency);
            if (minor >= least && minor <= MOST_MINOR) {
                return minor;
            }
        } catch (IllegalArgumentException e) {
            wrong(field);
        }
        wrong(field);
        return 0;
    }

    private OptionalLong most(String field) {
        if (field(field).isEmpty()) {
            return OptionalLong.empty();
        }
        long most = number(field, "[0-9]{1,9}", 1);
        return most < 1 ? OptionalLong.empty() : OptionalLong.of(most);
    }

    private long number(String field, String pattern, long least) {
        long number = field(field).matches(pattern) ? Long.parseLong(field(field)) : Long.MIN_VALUE;
        if (number < least) {
            wrong(field);
            return 0;
        }
        return number;
    }

    /** As a browser's field for date and time sends it, in the store's time. */
    private Optional<Instant> instant(String field) {
        Optional<Instant> at = local(field(field), zone);
        if (at.isEmpty() && !field(field).isEmpty()) {
            wrong(field);
        }
        return at;
    }

    static Optional<Instant> local(String text, ZoneId zone) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(
                            time.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String local(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
    }

    private String field(String name) {
        return typed.getOrDefault(name, "");
    }

    private void wrong(String field) {
        wrong.put(field, "promotion.wrong." + field);
    }
}
