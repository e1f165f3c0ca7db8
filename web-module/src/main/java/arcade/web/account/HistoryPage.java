package arcade.web.account;

import arcade.customer.CustomerOrders;
import arcade.customer.CustomerOrders.History;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /account/orders?page=}: own orders, newest first. */
@WebServlet("/account/orders")
public class HistoryPage extends CustomerPage {
    @Inject
    private transient CustomerOrders orders;

    public record Shown(History history, OrderDates dates) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        History history = orders.history(customer(request), page(parameter(request, "page")));
        if (history.page() > history.pages()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        show(
                request,
                response,
                "orders",
                new Shown(history, new OrderDates(store(request).locale())));
    }

    /** What is no number is the first page. */
    private static int page(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(typed) : 1;
    }
}
