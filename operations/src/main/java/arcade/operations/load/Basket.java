package arcade.operations.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What a shopper put into the cart, to be held against what the shop says is in it. */
final class Basket {
    private final Map<String, Long> pieces = new TreeMap<>();

    void add(String sku, long quantity) {
        pieces.merge(sku, quantity, Long::sum);
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    Iterable<String> skus() {
        return pieces.keySet();
    }

    boolean is(Map<String, Long> other) {
        return pieces.equals(other);
    }

    /** @param document a cart or an order of the API, with {@code lines} */
    boolean isIn(JsonObject document) {
        Map<String, Long> lines = new TreeMap<>();
        for (JsonElement element : document.getAsJsonArray("lines")) {
            JsonObject line = element.getAsJsonObject();
            lines.merge(line.get("sku").getAsString(), line.get("quantity").getAsLong(), Long::sum);
        }
        return is(lines);
    }
}
