package arcade.operations.load;

import arcade.operations.home.Failure;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the shop sells, read from its API once before the run. For several threads. */
final class Goods {
    private static final int PAGE_SIZE = 48;
    private static final int MOST_PRODUCTS = 96;
    private static final int SOME = 8;

    private final Map<String, String> handleOfSku;
    private final List<String> skus;
    private final List<String> handles;
    private final List<String> categories;
    private final List<String> words;
    private final Set<String> soldOut = ConcurrentHashMap.newKeySet();

    private Goods(Map<String, String> handleOfSku, Set<String> categories, Set<String> words) {
        this.handleOfSku = Map.copyOf(handleOfSku);
        this.skus = List.copyOf(handleOfSku.keySet());
        this.handles = List.copyOf(new TreeSet<>(handleOfSku.values()));
        this.categories = List.copyOf(categories);
        this.words = List.copyOf(words);
    }

    /** @throws Failure when the shop sells nothing, or does not answer */
    static Goods of(Browser browser) throws InterruptedException {
        return of(browser, MOST_PRODUCTS);
    }

    /** A few of them, which is quicker. */
    static Goods some(Browser browser) throws InterruptedException {
        return of(browser, SOME);
    }

    private static Goods of(Browser browser, int most) throws InterruptedException {
        Map<String, String> handleOfSku = new LinkedHashMap<>();
        Set<String> categories = new TreeSet<>();
        Set<String> words = new TreeSet<>();
        try {
            for (String handle : handles(browser, most)) {
                JsonObject product = document(browser, "/api/v1/products/" + handle);
                words.add(product.get("title").getAsString().split(" ")[0]);
                if (product.has("category") && product.get("category").isJsonPrimitive()) {
                    categories.add(product.get("category").getAsString());
                }
                for (JsonElement variant : product.getAsJsonArray("variants")) {
                    if (variant.getAsJsonObject().get("inStock").getAsBoolean()) {
                        handleOfSku.put(variant.getAsJsonObject().get("sku").getAsString(), handle);
                    }
                }
            }
        } catch (NoAnswer e) {
            throw unreadable(browser, e.getMessage(), e);
        }
        if (handleOfSku.isEmpty()) {
            throw unreadable(browser, "it sells nothing", null);
        }
        return new Goods(handleOfSku, categories, words);
    }

    /** These articles alone, not asked for at the shop. */
    static Goods of(Map<String, String> handleOfSku) {
        return new Goods(handleOfSku, Set.of(), Set.of());
    }

    /** Some SKU that was not sold out yet. */
    String sku(Random random) {
        String sku = any(skus, random);
        for (int tries = 0; soldOut.contains(sku) && tries < skus.size(); tries++) {
            sku = any(skus, random);
        }
        return sku;
    }

    String handleOf(String sku) {
        return handleOfSku.get(sku);
    }

    String handle(Random random) {
        return any(handles, random);
    }

    String category(Random random) {
        return any(categories, random);
    }

    /** @throws Failure when the shop has none */
    String firstCategory() {
        return categories.stream()
                .findFirst()
                .orElseThrow(() -> new Failure("the shop has no category", "name one with --category"));
    }

    /** A word that some product's title begins with. */
    String word(Random random) {
        return any(words, random);
    }

    boolean isSoldOut(String sku) {
        return soldOut.contains(sku);
    }

    void soldOut(String sku) {
        soldOut.add(sku);
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> handles(Browser browser, int most) throws NoAnswer, InterruptedException {
        List<String> handles = new ArrayList<>();
        for (int page = 1; handles.size() < most; page++) {
            int size = Math.min(most, PAGE_SIZE);
            JsonObject list = document(browser, "/api/v1/products?size=" + size + "&page=" + page);
            for (JsonElement product : list.getAsJsonArray("products")) {
                handles.add(product.getAsJsonObject().get("handle").getAsString());
            }
            if (handles.size() >= list.get("total").getAsInt()
                    || list.getAsJsonArray("products").isEmpty()) {
                break;
            }
        }
        return handles;
    }

    private static JsonObject document(Browser browser, String path) throws NoAnswer, InterruptedException {
        Reply reply = browser.get(path);
        if (reply.status() != 200) {
            throw new NoAnswer(path + " answers " + reply.status());
        }
        return browser.json(reply);
    }

    private static Failure unreadable(Browser browser, String why, Throwable origin) {
        return new Failure(
                "cannot read what " + browser.shop().origin() + " sells: " + why,
                "see './arcade status', and that --store names a store with products",
                origin);
    }
}
