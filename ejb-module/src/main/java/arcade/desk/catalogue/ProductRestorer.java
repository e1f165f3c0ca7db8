package arcade.desk.catalogue;

import arcade.catalog.PriceHistory;
import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a product back as it was, inside its caller's transaction and behind the lock of the store's row. */
@ApplicationScoped
class ProductRestorer {
    private static final String PRODUCT = "UPDATE product SET "
            + ProductStates.PRODUCT.stream()
                    .filter(column -> !column.equals("category_id"))
                    .map(column -> column + " = ?")
                    .collect(Collectors.joining(", "))
            // A category may be gone by now.
            + ", category_id = (SELECT c.id FROM category c WHERE c.id = ? AND c.store_id = product.store_id)"
            + ", version = version + 1, updated_at = UTC_TIMESTAMP(6) WHERE id = ?";
    private static final String VARIANT = "INSERT INTO variant (product_id, store_id, picture_id, "
            + String.join(", ", ProductStates.VARIANT) + ") VALUES (?, ?, ?, "
            + Sql.marks(ProductStates.VARIANT.size())
            + ") ON DUPLICATE KEY UPDATE version = version + 1, product_id = VALUE(product_id), "
            + Stream.concat(Stream.of("picture_id"), ProductStates.VARIANT.stream())
                    .map(column -> column + " = VALUE(" + column + ")")
                    .collect(Collectors.joining(", "));
    private static final String PICTURES = "INSERT INTO picture (product_id, "
            + String.join(", ", ProductStates.PICTURE) + ") VALUES (?, " + Sql.marks(ProductStates.PICTURE.size())
            + ")";

    @Inject
    private Sql sql;

    @Inject
    private PriceHistory prices;

    /** The import brought it, and nobody ordered it. */
    public void remove(long product) {
        sql.update("DELETE FROM product WHERE id = ?", product);
    }

    /** It forgets the rows that brought it, too: the same ones again put it on sale. */
    public void takeOffSale(long product) {
        sql.update(
                "UPDATE product SET published = FALSE, imported_hash = NULL, version = version + 1,"
                        + " updated_at = UTC_TIMESTAMP(6) WHERE id = ?",
                product);
    }

    /** @param position its place among the shop's products */
    public void restore(long store, long product, JsonObject kept, int position) {
        ProductState then = ProductState.of(kept);
        sql.update(PRODUCT, product(then.product(), product, position));
        List<Long> pictures = pictures(product, then.pictures());
        List<String> skus = then.skus();
        List<Object> others = new ArrayList<>();
        others.add(product);
        others.addAll(skus);
        sql.update(
                "DELETE FROM variant WHERE product_id = ?"
                        + (skus.isEmpty() ? "" : " AND sku NOT IN (" + Sql.marks(skus.size()) + ")"),
                others.toArray());
        for (JsonObject variant : then.variants().getValuesAs(JsonObject.class)) {
            int picture = variant.getInt(ProductState.PICTURE);
            List<Object> values = new ArrayList<>();
            values.add(product);
            values.add(store);
            values.add(picture == 0 ? null : pictures.get(picture - 1));
            ProductStates.VARIANT.forEach(column -> values.add(value(variant.get(column))));
            JsonArray earlier = ProductState.history(kept).getJsonArray(variant.getString("sku"));
            // One row: it was not there, and its earlier prices went with it.
            if (sql.update(VARIANT, values.toArray()) == 1 && earlier != null) {
                history(store, product, variant.getString("sku"), earlier);
            }
        }
        prices.keep(product);
    }

    private static Object[] product(JsonObject columns, long product, int position) {
        List<Object> values = new ArrayList<>();
        for (String column : ProductStates.PRODUCT) {
            if (column.equals(ProductState.POSITION)) {
                values.add(position);
            } else if (!column.equals("category_id")) {
                values.add(value(columns.get(column)));
            }
        }
        values.add(value(columns.get("category_id")));
        values.add(product);
        return values.toArray();
    }

    private List<Long> pictures(long product, JsonArray pictures) {
        sql.update("DELETE FROM picture WHERE product_id = ?", product);
        List<Long> rows = new ArrayList<>();
        for (JsonObject picture : pictures.getValuesAs(JsonObject.class)) {
            List<Object> values = new ArrayList<>();
            values.add(product);
            ProductStates.PICTURE.forEach(column -> values.add(value(picture.get(column))));
            rows.add(sql.insert(PICTURES, values.toArray()));
        }
        return rows;
    }

    private void history(long store, long product, String sku, JsonArray earlier) {
        for (JsonArray price : earlier.getValuesAs(JsonArray.class)) {
            sql.update(
                    "INSERT IGNORE INTO price_history (variant_id, from_at, price_minor)"
                            + " SELECT id, ?, ? FROM variant WHERE store_id = ? AND sku = ? AND product_id = ?",
                    LocalDateTime.parse(price.getString(0)),
                    price.getJsonNumber(1).longValueExact(),
                    store,
                    sku,
                    product);
        }
    }

    private static Object value(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case ARRAY, OBJECT -> throw new IllegalStateException("no column holds " + value);
        };
    }
}
