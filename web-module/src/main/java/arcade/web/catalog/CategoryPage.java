package arcade.web.catalog;

import arcade.catalog.CardOrder;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.catalog.CategoryCard;
import arcade.catalog.Listing;
import arcade.catalog.search.Traits;
import arcade.store.Store;
import arcade.web.security.Origins;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /c/{category}?price=&vendor=&o.Colour=&stock=&sort=&page=}. */
@WebServlet("/c/*")
public class CategoryPage extends StorePage {

    @Inject
    private transient Catalog catalog;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<CategoryCard> found = catalog.category(store, pathRest(request));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        CategoryCard category = found.get();
        Chosen chosen = Chosen.of(request.getParameterMap(), Traits.CATEGORY);
        CardOrder order = CardOrder.of(parameter(request, "sort"));
        int number = ListPage.number(parameter(request, "page"), CardQuery.LAST_PAGE);
        Listing list = catalog.list(
                store,
                CardQuery.inCategory(category.handle())
                        .choosing(chosen.asTraits())
                        .sorted(order)
                        .page(number, CardQuery.USUAL_SIZE));
        Address whole = Address.of("/c/" + category.handle());
        Address address = whole.choosing(chosen).sorted(order);
        Narrowing narrowing = Narrowing.of(
                address,
                list.traits(),
                Traits.CATEGORY,
                new FacetWords(Words.of(store), store.currency(), catalog.categories(store)));
        ListPage page = ListPage.of(category.title(), category.description(), list, address, narrowing)
                .telling(ProductData.escaped(new Crumbs(Origins.of(request))
                        .step(Words.of(store).say("frame.home"), "/")
                        .step(category.title(), whole.page(1))
                        .json()
                        .toString()));
        // For search engines a part of a list is the list.
        Head head = Head.indexed(
                        category.title() + " · " + store.name(),
                        category.description(),
                        whole.page(chosen.isNothing() ? number : 1))
                .with(category.picture());
        // Of all the ways to narrow a list the router keeps none: they would push out the pages many ask for.
        show(request, response, "catalog/category", head, page, list.current() && chosen.isNothing());
    }
}
