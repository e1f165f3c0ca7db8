package arcade.web.catalog;

import arcade.catalog.Card;
import arcade.catalog.CardOrder;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /}: what this store is, its categories, some of its articles. */
@WebServlet("")
public class HomePage extends StorePage {
    private static final int SHOWN = 8;

    @Inject
    private transient Catalog catalog;

    public record Page(List<Card> cards) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        List<Card> cards = catalog.cards(
                        store,
                        CardQuery.everything().sorted(CardOrder.RELEVANCE).page(1, SHOWN))
                .cards();
        Head head = Head.indexed(store.name(), store.tagline(), "/");
        showShared(request, response, "catalog/home", head, new Page(cards));
    }
}
