package arcade.web.catalog;

import arcade.catalog.Card;
import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.catalog.Listing;
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
import java.util.Optional;

/**
 * {@code /search?q=&category=&price=…}. Every search has its own address, so none is kept by the router, where it would push out real
 * pages.
 */
@WebServlet("/search")
public class SearchPage extends StorePage {
    private static final int SUGGESTED = 4;

    @Inject
    private transient Catalog catalog;

    /**
     * @param nothing whether there is not even anything to narrow
     * @param meant other words that find something, or empty
     * @param meantHref the search for them
     * @param suggestions shown when nothing was found
     */
    public record Page(
            String words, ListPage found, boolean nothing, String meant, String meantHref, List<Card> suggestions) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Chosen chosen = Chosen.of(request.getParameterMap(), "");
        CardOrder order = CardOrder.of(parameter(request, "sort"));
        CardQuery query = CardQuery.search(parameter(request, "q"))
                .choosing(chosen.asTraits())
                .sorted(order)
                .page(ListPage.number(parameter(request, "page"), CardQuery.LAST_PAGE), CardQuery.USUAL_SIZE);
        Listing list = query.words().isEmpty()
                ? new Listing(new CardPage(List.of(), 0, 1, CardQuery.USUAL_SIZE), List.of(), true, true)
                : catalog.list(store, query);
        Address address =
                Address.of("/search").searching(query.words()).choosing(chosen).sorted(order);
        Narrowing narrowing = Narrowing.of(
                address,
                list.traits(),
                "",
                new FacetWords(Words.of(store), store.currency(), catalog.categories(store)));
        boolean nothing =
                list.page().total() == 0 && (chosen.isNothing() || query.words().isEmpty());
        Optional<String> meant =
                nothing && !query.words().isEmpty() ? catalog.meant(store, query.words()) : Optional.empty();
        List<Card> suggestions = nothing
                ? catalog.cards(store, CardQuery.everything().page(1, SUGGESTED))
                        .cards()
                : List.of();
        Page page = new Page(
                query.words(),
                ListPage.of("", "", list, address, narrowing),
                nothing,
                meant.orElse(""),
                Address.of("/search").searching(meant.orElse("")).page(1),
                suggestions);
        showPrivate(
                request,
                response,
                "catalog/search",
                Head.unlisted(Words.of(store).say("title.search", store.name())),
                page);
    }
}
