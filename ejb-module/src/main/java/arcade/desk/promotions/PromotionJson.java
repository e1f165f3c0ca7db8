package arcade.desk.promotions;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Reduction.Amount;
import arcade.promotion.Promotion.Reduction.FreePieces;
import arcade.promotion.Promotion.Reduction.Percentage;
import arcade.promotion.Promotion.Scope;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A price rule as the audit log keeps it: what is not there is not limited. */
final class PromotionJson {
    private PromotionJson() {}

    static JsonObject of(KeptPromotion kept) {
        Promotion rule = kept.promotion();
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", rule.name());
        if (rule.reduction() instanceof Percentage percentage) {
            json.add("basisPoints", percentage.basisPoints());
        } else if (rule.reduction() instanceof Amount amount) {
            json.add("amountMinor", amount.minor());
        } else if (rule.reduction() instanceof FreePieces pieces) {
            json.add("paid", pieces.paid()).add("free", pieces.free());
        } else {
            json.add("freeShipping", true);
        }
        if (rule.scope() instanceof Scope.Category category) {
            json.add("category", category.handle());
        } else if (rule.scope() instanceof Scope.Product product) {
            json.add("product", product.handle());
        }
        rule.coupon().ifPresent(coupon -> json.add("coupon", coupon));
        json.add("leastMinor", rule.least()).add("priority", rule.priority()).add("stacks", rule.stacks());
        rule.from().ifPresent(from -> json.add("from", from.toString()));
        rule.until().ifPresent(until -> json.add("until", until.toString()));
        rule.limit().uses().ifPresent(most -> json.add("mostUses", most));
        rule.limit().perBuyer().ifPresent(most -> json.add("mostPerBuyer", most));
        return json.add("active", kept.active()).build();
    }
}
