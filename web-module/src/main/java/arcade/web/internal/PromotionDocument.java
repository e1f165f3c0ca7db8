package arcade.web.internal;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.FreeShipping;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.promotion.Promotion.Scope;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A price rule as JSON. What is left out or null is: no limit, no coupon, for ever, for everything. */
final class PromotionDocument {
    private PromotionDocument() {}

    /** What cannot be a rule is a problem that says why. */
    static Promotion read(long id, Body body) {
        try {
            return new Promotion(
                    id,
                    body.text("name"),
                    reduction(body),
                    scope(body),
                    text(body, "coupon"),
                    body.optionalInteger("leastMinor").orElse(0L),
                    Math.toIntExact(body.optionalInteger("priority").orElse(0L)),
                    body.flag("stacks", true),
                    text(body, "from").map(Instant::parse),
                    text(body, "until").map(Instant::parse),
                    new Limit(number(body, "mostUses"), number(body, "mostPerBuyer")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new ProblemException(Problem.of(422, "promotion-refused", "Not a promotion", e.getMessage()));
        }
    }

    static JsonObjectBuilder write(KeptPromotion kept) {
        Promotion promotion = kept.promotion();
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("id", promotion.id()).add("name", promotion.name());
        write(json, promotion.reduction());
        if (promotion.scope() instanceof Scope.Category category) {
            json.add("category", category.handle());
        } else if (promotion.scope() instanceof Scope.Product product) {
            json.add("product", product.handle());
        }
        promotion.coupon().ifPresent(coupon -> json.add("coupon", coupon));
        json.add("leastMinor", promotion.least())
                .add("priority", promotion.priority())
                .add("stacks", promotion.stacks());
        promotion.from().ifPresent(from -> json.add("from", from.toString()));
        promotion.until().ifPresent(until -> json.add("until", until.toString()));
        promotion.limit().uses().ifPresent(most -> json.add("mostUses", most));
        promotion.limit().perBuyer().ifPresent(most -> json.add("mostPerBuyer", most));
        return json.add("active", kept.active()).add("version", kept.version());
    }

    private static void write(JsonObjectBuilder json, Reduction reduction) {
        if (reduction instanceof Percentage percentage) {
            json.add("kind", "PERCENTAGE").add("basisPoints", percentage.basisPoints());
        } else if (reduction instanceof Amount amount) {
            json.add("kind", "AMOUNT").add("amountMinor", amount.minor());
        } else if (reduction instanceof FreePieces pieces) {
            json.add("kind", "FREE_PIECES").add("paid", pieces.paid()).add("free", pieces.free());
        } else {
            json.add("kind", "FREE_SHIPPING");
        }
    }

    private static Reduction reduction(Body body) {
        String kind = body.text("kind");
        return switch (kind) {
            case "PERCENTAGE" -> new Percentage(Math.toIntExact(body.integer("basisPoints")));
            case "AMOUNT" -> new Amount(body.integer("amountMinor"));
            case "FREE_PIECES" ->
                new FreePieces(Math.toIntExact(body.integer("paid")), Math.toIntExact(body.integer("free")));
            case "FREE_SHIPPING" -> new FreeShipping();
            default ->
                throw new IllegalArgumentException(
                        "kind: PERCENTAGE, AMOUNT, FREE_PIECES or FREE_SHIPPING, not " + kind);
        };
    }

    private static Scope scope(Body body) {
        Optional<String> category = text(body, "category");
        Optional<String> product = text(body, "product");
        if (category.isPresent() && product.isPresent()) {
            throw new IllegalArgumentException("category and product: only one of them");
        }
        return category.<Scope>map(Scope.Category::new)
                .or(() -> product.map(Scope.Product::new))
                .orElseGet(Scope.Everything::new);
    }

    private static Optional<String> text(Body body, String name) {
        return Optional.of(body.optionalText(name)).filter(text -> !text.isEmpty());
    }

    private static OptionalLong number(Body body, String name) {
        return body.optionalInteger(name).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
