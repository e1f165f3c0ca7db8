package arcade.web.fulfilment;

import arcade.fulfilment.AfterOrder;
import arcade.fulfilment.Withdrawals;
import arcade.ordering.OrderView;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /orders/{token}/withdraw}: the statement with the name, the contract and where the receipt goes to, and the button that
 * confirms it (directive 2011/83/EU, article 11a).
 */
public class WithdrawPage extends OrderAction {
    @Inject
    private transient Withdrawals withdrawals;

    public record Page(OrderView order, AfterOrder after) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isPresent()) {
            showForm(
                    request,
                    response,
                    "withdraw",
                    "withdraw.title",
                    new Page(order.get(), after(request, order.get())));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isPresent()) {
            if (withdrawals.withdraw(store(request), order.get().token()).isDone()) {
                done(response, order.get(), "withdraw");
            } else {
                seeOther(response, address(order.get()) + "/withdraw");
            }
        }
    }
}
