package arcade.web.fulfilment;

import arcade.fulfilment.OrderCancellations;
import arcade.ordering.OrderState;
import arcade.ordering.OrderView;
import arcade.payment.PaymentWishes;
import arcade.payment.PaymentWishes.Cancellation;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /orders/{token}/cancel}: of an order that waits for its money, or of a paid one before anything is sent. */
public class CancelPage extends OrderAction {
    @Inject
    private transient OrderCancellations cancellations;

    @Inject
    private transient PaymentWishes wishes;

    /**
     * @param possible whether it can still be cancelled
     * @param waits whether that was tried while its money was being taken
     */
    public record Page(OrderView order, boolean possible, boolean waits) {
        public boolean isPaid() {
            return order.state() == OrderState.PAID;
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isPresent()) {
            boolean possible = order.get().state() == OrderState.PLACED
                    || after(request, order.get()).cancellable();
            showForm(
                    request,
                    response,
                    "cancel",
                    "cancel.title",
                    new Page(order.get(), possible, !parameter(request, "wait").isEmpty()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isPresent()) {
            if (isCancelled(request, order.get())) {
                done(response, order.get(), "cancel");
            } else {
                // It was sent, or is being paid at this moment: the page says so.
                seeOther(response, address(order.get()) + "/cancel?wait=1");
            }
        }
    }

    private boolean isCancelled(HttpServletRequest request, OrderView order) {
        if (order.state() == OrderState.PAID) {
            return cancellations.cancel(store(request), order.token()).isDone();
        }
        Cancellation answer = wishes.cancel(order.token());
        return answer == Cancellation.UNDERWAY
                || answer == Cancellation.OVER
                || answer == Cancellation.CAPTURED
                        && cancellations.cancel(store(request), order.token()).isDone();
    }
}
