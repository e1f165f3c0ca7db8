package arcade.web.fulfilment;

import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.AfterOrders;
import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.shared.Token;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Something that whoever knows an order's address may do with it, on a page of its own. */
abstract class OrderAction extends StorePage {
    @Inject
    private transient Orders orders;

    @Inject
    private transient AfterOrders afterOrders;

    /** The order that the address names; empty: the answer is 404 already. */
    protected Optional<OrderView> order(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String rest = pathRest(request);
        String token = rest.substring(0, rest.indexOf('/'));
        Optional<OrderView> found =
                Token.isToken(token) ? orders.find(store(request), new Token(token)) : Optional.empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
        return found;
    }

    protected AfterOrder after(HttpServletRequest request, OrderView order) {
        return afterOrders.of(store(request), order);
    }

    /** A page with a form: its token needs a session, and who comes by a letter has none yet. */
    protected void showForm(
            HttpServletRequest request, HttpServletResponse response, String view, String title, Object page)
            throws ServletException, IOException {
        request.getSession();
        Head head = Head.unlisted(
                Words.of(store(request)).say(title) + " · " + store(request).name());
        showPrivate(request, response, "fulfilment/" + view, head, page);
    }

    protected static String address(OrderView order) {
        return "/orders/" + order.token();
    }

    /** Back to the order, which says what was done. */
    protected static void done(HttpServletResponse response, OrderView order, String what) {
        seeOther(response, address(order) + "?done=" + what);
    }
}
