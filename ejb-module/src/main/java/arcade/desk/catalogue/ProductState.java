package arcade.desk.catalogue;

import arcade.shared.Sha256;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/**
 * All that an import writes of a product, as columns and their values.
 *
 * @param id of the row; 0: as it was once
 * @param variants by position; {@code picture} is the number of its picture in the list, from 1
 */
record ProductState(long id, JsonObject product, JsonArray variants, JsonArray pictures) {
    /** Asked for once: whoever asks for it by {@code Json} looks through the libraries for it each time, for each column. */
    static final JsonProvider JSON = JsonProvider.provider();

    static final String POSITION = "position";
    static final String PICTURE = "picture";
    private static final String HISTORY = "history";

    static ProductState of(JsonObject kept) {
        return new ProductState(
                0, kept.getJsonObject("product"), kept.getJsonArray("variants"), kept.getJsonArray("pictures"));
    }

    static JsonObject read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** What a kept state says of earlier prices: by SKU, from when and how much. */
    static JsonObject history(JsonObject kept) {
        return kept.getJsonObject(HISTORY);
    }

    String json(JsonObject history) {
        return JSON.createObjectBuilder()
                .add("product", product)
                .add("variants", variants)
                .add("pictures", pictures)
                .add(HISTORY, history)
                .build()
                .toString();
    }

    /** Tells one state from another. Not its place in the shop, which changes with other products. */
    String mark() {
        JsonObject content = JSON.createObjectBuilder(product).remove(POSITION).build();
        return Sha256.of(content.toString() + variants + pictures);
    }

    int position() {
        return product.getInt(POSITION);
    }

    String title() {
        return product.getString("title");
    }

    List<String> skus() {
        return variants.getValuesAs(JsonObject.class).stream()
                .map(variant -> variant.getString("sku"))
                .toList();
    }

    List<String> tracked() {
        return variants.getValuesAs(JsonObject.class).stream()
                .filter(variant -> variant.getBoolean("tracked"))
                .map(variant -> variant.getString("sku"))
                .toList();
    }
}
