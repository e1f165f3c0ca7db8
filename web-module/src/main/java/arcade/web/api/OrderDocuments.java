package arcade.web.api;

import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The order that a path names, as the shopper sees it now. */
@ApplicationScoped
class OrderDocuments {
    @Inject
    private Orders orders;

    /** What the store has no such order for is a problem. */
    OrderView view(Store store, String order) {
        return orders.find(store, token(order)).orElseThrow(() -> unknown(order));
    }

    static Token token(String order) {
        if (!Token.isToken(order)) {
            throw unknown(order);
        }
        return new Token(order);
    }

    static Answer document(OrderView view) {
        return document(200, view);
    }

    static Answer document(int status, OrderView view) {
        return Answer.of(status, Documents.order(view).toString());
    }

    private static ProblemException unknown(String order) {
        return new ProblemException(
                Problem.of(404, "no-such-order", "No such order", "This shop has no order " + order + "."));
    }
}
