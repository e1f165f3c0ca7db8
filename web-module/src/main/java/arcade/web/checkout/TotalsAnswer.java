package arcade.web.checkout;

import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.cart.Totals;
import arcade.shared.Money;
import arcade.store.Store;
import arcade.web.store.PageCaching;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code GET /checkout/totals?country=}: the sums of the session's cart, for the script that follows the country field. */
@WebServlet("/checkout/totals")
public class TotalsAnswer extends StorePage {

    @Inject
    private transient Carts carts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Store store = store(request);
        Optional<CartView> cart = visit(request, response)
                .cart()
                .flatMap(token -> carts.find(store, token, parameter(request, "country")));
        PageCaching.never(response);
        if (cart.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Totals totals = cart.get().totals();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("minor", totals.total().minor())
                        .add(
                                "shipping",
                                totals.shipping()
                                        .map(sum ->
                                                sum.isZero() ? Words.of(store).say("delivery.free") : text(store, sum))
                                        .orElseGet(() -> Words.of(store).say("delivery.none")))
                        .add("tax", text(store, totals.tax()))
                        .add("total", text(store, totals.total()))
                        .build()
                        .toString());
    }

    private static String text(Store store, Money sum) {
        return sum.format(store.locale());
    }
}
