package arcade.desk.catalogue;

import arcade.desk.catalogue.TakeBackPlan.Part;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In what two states of a product differ, in words that staff knows. */
final class Differences {
    private static final List<String> TEXTS =
            List.of("body_html", "vendor", "tags", "seo_title", "seo_description", "category_id");
    private static final List<String> OPTIONS = List.of("option1_name", "option2_name", "option3_name");
    private static final List<String> PRICES = List.of("price_minor", "compare_at_minor");

    private Differences() {}

    static Set<Part> between(ProductState now, ProductState then) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        add(parts, Part.TITLE, differ(now, then, List.of("title")));
        add(parts, Part.TEXTS, differ(now, then, TEXTS));
        add(parts, Part.SHOWN, differ(now, then, List.of("published")));
        add(parts, Part.PRICES, pricesDiffer(now.variants(), then.variants()));
        add(
                parts,
                Part.VARIANTS,
                differ(now, then, OPTIONS) || !withoutPrices(now.variants()).equals(withoutPrices(then.variants())));
        add(parts, Part.PICTURES, !now.pictures().equals(then.pictures()));
        return parts;
    }

    private static void add(Set<Part> parts, Part part, boolean differs) {
        if (differs) {
            parts.add(part);
        }
    }

    private static boolean differ(ProductState now, ProductState then, List<String> columns) {
        return columns.stream()
                .anyMatch(column ->
                        !now.product().get(column).equals(then.product().get(column)));
    }

    private static boolean pricesDiffer(JsonArray now, JsonArray then) {
        Map<String, JsonObject> before = bySku(then);
        return bySku(now).entrySet().stream()
                .filter(variant -> before.containsKey(variant.getKey()))
                .anyMatch(variant -> PRICES.stream()
                        .anyMatch(price -> !variant.getValue()
                                .get(price)
                                .equals(before.get(variant.getKey()).get(price))));
    }

    private static Map<String, JsonObject> bySku(JsonArray variants) {
        Map<String, JsonObject> bySku = new HashMap<>();
        variants.getValuesAs(JsonObject.class).forEach(variant -> bySku.put(variant.getString("sku"), variant));
        return bySku;
    }

    private static List<JsonObject> withoutPrices(JsonArray variants) {
        return variants.getValuesAs(JsonObject.class).stream()
                .map(variant -> {
                    JsonObjectBuilder rest = ProductState.JSON.createObjectBuilder(variant);
                    PRICES.forEach(rest::remove);
                    return rest.build();
                })
                .toList();
    }
}
