package arcade.web.catalog;

import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.catalog.CategoryCard;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /c/{category}?sort=&page=}. */
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
        CardOrder order = CardOrder.of(parameter(request, "sort"));
        int number = ListPage.number(parameter(request, "page"), CardQuery.LAST_PAGE);
        CardPage cards = catalog.cards(
                store, CardQuery.inCategory(category.handle()).sorted(order).page(number, CardQuery.USUAL_SIZE));
        String address = "/c/" + category.handle();
        Head head = Head.indexed(
                category.title() + " · " + store.name(),
                category.description(),
                ListPage.address(address, CardOrder.RELEVANCE, number));
        ListPage page = ListPage.of(category.title(), category.description(), cards, address, order);
        showShared(request, response, "catalog/category", head, page);
    }
}
