package arcade.web.catalog;

import arcade.catalog.Card;
import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /search?q=}. Every search has its own address, so none is kept by the router, where it would push out real pages. */
@WebServlet("/search")
public class SearchPage extends StorePage {
    private static final int SUGGESTED = 4;

    @Inject
    private transient Catalog catalog;

    /** @param suggestions shown when nothing was found */
    public record Page(String words, ListPage found, List<Card> suggestions) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        CardQuery query = CardQuery.search(parameter(request, "q"));
        CardOrder order = CardOrder.of(parameter(request, "sort"));
        int number = ListPage.number(parameter(request, "page"), CardQuery.LAST_PAGE);
        CardPage cards = query.words().isEmpty()
                ? new CardPage(List.of(), 0, 1, CardQuery.USUAL_SIZE)
                : catalog.cards(store, query.sorted(order).page(number, CardQuery.USUAL_SIZE));
        String address = "/search?q=" + ListPage.encoded(query.words());
        List<Card> suggestions = cards.total() > 0
                ? List.of()
                : catalog.cards(store, CardQuery.everything().page(1, SUGGESTED))
                        .cards();
        Page page = new Page(query.words(), ListPage.of("Search", "", cards, address, order), suggestions);
        showPrivate(
                request,
                response,
                "catalog/search",
                Head.unlisted(Words.of(store).say("title.search", store.name())),
                page);
    }
}
