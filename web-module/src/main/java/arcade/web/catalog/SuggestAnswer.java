package arcade.web.catalog;

import arcade.catalog.Catalog;
import arcade.catalog.CategoryCard;
import arcade.store.Store;
import arcade.web.store.PageCaching;
import arcade.web.store.StorePage;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code GET /search/suggest?q=}: categories and products that may be meant by what is typed so far, for the script of the search field.
 * The same for everybody, and without prices, so that it may be kept for a while.
 */
@WebServlet("/search/suggest")
public class SuggestAnswer extends StorePage {
    private static final int SHORTEST = 2;
    private static final int MOST_CATEGORIES = 2;
    private static final long KEPT_SECONDS = 60;

    @Inject
    private transient Catalog catalog;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Store store = store(request);
        String typed = parameter(request, "q");
        JsonArrayBuilder suggestions = Json.createArrayBuilder();
        if (typed.length() >= SHORTEST) {
            categories(store, typed)
                    .forEach(category -> suggestions.add(suggestion(category.title(), "/c/" + category.handle())));
            catalog.suggest(store, typed)
                    .forEach(product -> suggestions.add(suggestion(product.title(), "/p/" + product.handle())));
        }
        PageCaching.shared(response, KEPT_SECONDS);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("suggestions", suggestions)
                        .build()
                        .toString());
    }

    private List<CategoryCard> categories(Store store, String typed) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        return catalog.categories(store).stream()
                .filter(category -> Arrays.stream(
                                category.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .anyMatch(word -> word.startsWith(beginning)))
                .limit(MOST_CATEGORIES)
                .toList();
    }

    private static JsonObjectBuilder suggestion(String title, String href) {
        return Json.createObjectBuilder().add("title", title).add("href", href);
    }
}
