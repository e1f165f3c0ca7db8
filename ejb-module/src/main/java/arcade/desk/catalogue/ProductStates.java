package arcade.desk.catalogue;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads products as they are now, some at a time. */
@ApplicationScoped
class ProductStates {
    static final int AT_ONCE = 1000;

    static final List<String> PRODUCT = List.of(
            "category_id",
            "title",
            "body_html",
            "vendor",
            "tags",
            "published",
            "option1_name",
            "option2_name",
            "option3_name",
            "seo_title",
            "seo_description",
            "from_minor",
            ProductState.POSITION,
            "imported_hash",
            "search_text");
    static final List<String> VARIANT = List.of(
            "sku",
            ProductState.POSITION,
            "option1",
            "option2",
            "option3",
            "price_minor",
            "compare_at_minor",
            "grams",
            "barcode",
            "tracked",
            "requires_shipping",
            "taxable",
            "content_amount",
            "content_unit",
            "base_amount",
            "base_unit");
    static final List<String> PICTURE = List.of(ProductState.POSITION, "media", "source", "alt", "width", "height");

    private static final String PRODUCTS =
            "SELECT id, handle, " + String.join(", ", PRODUCT) + " FROM product WHERE store_id = ? AND handle IN (%s)";
    private static final String PICTURES = "SELECT product_id, id, " + String.join(", ", PICTURE)
            + " FROM picture WHERE product_id IN (%s) ORDER BY product_id, position, id";
    private static final String VARIANTS = "SELECT product_id, picture_id, " + String.join(", ", VARIANT)
            + " FROM variant WHERE product_id IN (%s) ORDER BY product_id, position, sku";

    // What the lowest price of thirty days before a reduction may ask for, while an import can be taken back.
    private static final String HISTORY = """
            SELECT v.product_id, v.sku, h.from_at, h.price_minor
            FROM variant v JOIN price_history h ON h.variant_id = v.id
            WHERE v.product_id IN (%s) AND h.from_at >= COALESCE(
                (SELECT MAX(b.from_at) FROM price_history b
                 WHERE b.variant_id = v.id AND b.from_at <= UTC_TIMESTAMP(6) - INTERVAL 60 DAY), h.from_at)
            ORDER BY v.product_id, v.sku, h.from_at""";

    @Inject
    private Sql sql;

    /** By handle, those that are there. */
    public Map<String, ProductState> of(long store, Collection<String> handles) {
        Map<Long, Parts> byId = new LinkedHashMap<>();
        if (handles.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>(handles.size() + 1);
        values.add(store);
        values.addAll(handles);
        sql.list(
                PRODUCTS.formatted(Sql.marks(handles.size())),
                row -> byId.put(row.getLong("id"), new Parts(row.getString("handle"), columns(row, PRODUCT))),
                values.toArray());
        if (byId.isEmpty()) {
            return Map.of();
        }
        Object[] ids = byId.keySet().toArray();
        sql.list(
                PICTURES.formatted(Sql.marks(ids.length)),
                row -> byId.get(row.getLong("product_id")).picture(row),
                ids);
        sql.list(
                VARIANTS.formatted(Sql.marks(ids.length)),
                row -> byId.get(row.getLong("product_id")).variant(row),
                ids);
        Map<String, ProductState> states = new HashMap<>();
        byId.forEach((id, parts) -> states.put(parts.handle, parts.state(id)));
        return states;
    }

    /** What these products' variants cost before: by product and SKU. */
    public Map<Long, JsonObject> histories(Collection<ProductState> products) {
        Map<Long, Map<String, JsonArrayBuilder>> prices = new HashMap<>();
        Object[] ids = products.stream().map(ProductState::id).toArray();
        if (ids.length > 0) {
            sql.list(
                    HISTORY.formatted(Sql.marks(ids.length)),
                    row -> prices.computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
                            .computeIfAbsent(row.getString(2), sku -> ProductState.JSON.createArrayBuilder())
                            .add(ProductState.JSON
                                    .createArrayBuilder()
                                    .add(row.getObject(3, LocalDateTime.class).toString())
                                    .add(row.getLong(4))),
                    ids);
        }
        Map<Long, JsonObject> histories = new HashMap<>();
        prices.forEach((id, bySku) -> {
            JsonObjectBuilder all = ProductState.JSON.createObjectBuilder();
            bySku.forEach(all::add);
            histories.put(id, all.build());
        });
        return histories;
    }

    /** What a query of many SKUs says of each, so many at once as a statement can carry. */
    static <T> void inParts(Collection<T> all, Function<List<T>, ?> work) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            work.apply(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    private static JsonObjectBuilder columns(ResultSet row, List<String> names) throws SQLException {
        JsonObjectBuilder columns = ProductState.JSON.createObjectBuilder();
        for (String name : names) {
            add(columns, name, row.getObject(name));
        }
        return columns;
    }

    private static void add(JsonObjectBuilder columns, String name, Object value) {
        if (value == null) {
            columns.addNull(name);
        } else if (value instanceof Boolean yes) {
            columns.add(name, yes);
        } else if (value instanceof BigDecimal decimal) {
            columns.add(name, decimal);
        } else if (value instanceof Number number) {
            columns.add(name, number.longValue());
        } else if (value instanceof String text) {
            columns.add(name, text);
        } else {
            throw new IllegalStateException("a column of " + value.getClass());
        }
    }

    /** A product while its rows are read. */
    private static final class Parts {
        private final String handle;
        private final JsonObjectBuilder product;
        private final JsonArrayBuilder variants = ProductState.JSON.createArrayBuilder();
        private final JsonArrayBuilder pictures = ProductState.JSON.createArrayBuilder();
        private final Map<Long, Integer> numbers = new HashMap<>();

        Parts(String handle, JsonObjectBuilder product) {
            this.handle = handle;
            this.product = product;
        }

        Integer picture(ResultSet row) throws SQLException {
            pictures.add(columns(row, PICTURE));
            return numbers.put(row.getLong("id"), numbers.size() + 1);
        }

        JsonArrayBuilder variant(ResultSet row) throws SQLException {
            return variants.add(columns(row, VARIANT)
                    .add(ProductState.PICTURE, numbers.getOrDefault(row.getLong("picture_id"), 0)));
        }

        ProductState state(long id) {
            return new ProductState(id, product.build(), variants.build(), pictures.build());
        }
    }
}
