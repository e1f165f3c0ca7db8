package arcade.web.checkout;

import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.payment.Payments;
import arcade.payment.Refund;
import arcade.payment.RefundState;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import arcade.web.account.AccountOffer;
import arcade.web.fulfilment.Afterwards;
import arcade.web.fulfilment.AfterwardsReader;
import arcade.web.fulfilment.OrderActions;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code /orders/{token}}, safe to reload, and {@code /orders/{token}/pay}, which leads to the gateway's page as soon as there is
 * one. It does so by a page of ours with a {@code Refresh} header: a redirect would be part of the form's navigation, which
 * {@code form-action} keeps on this host. A refresh without delay leaves no page behind in the browser's history.
 */
@WebServlet("/orders/*")
public class OrderPage extends StorePage {
    private static final String PAY = "/pay";
    private static final int LOOK_AGAIN_SECONDS = 2;
    private static final String LOOK_FOR_PAGE_SECONDS = "1";
    private static final Duration LOOKS_BY_ITSELF = Duration.ofMinutes(10);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(20);

    @Inject
    private transient Orders orders;

    @Inject
    private transient Payments payments;

    @Inject
    private transient Clock clock;

    @Inject
    private transient AfterwardsReader afterwards;

    /**
     * @param slow whether it takes longer than usual
     * @param away whether the gateway cannot be reached, so that the order has to wait
     */
    public record Page(OrderView order, Stage stage, boolean slow, boolean away, Afterwards after) {
        /** What the shopper gets, or got, back; one that failed is for the shop to mend. */
        public List<Refund> refunds() {
            return order.refunds().stream()
                    .filter(refund -> refund.state() != RefundState.REFUND_FAILED)
                    .toList();
        }

        public boolean isGivenBack(Refund refund) {
            return refund.state() == RefundState.REFUNDED;
        }
    }

    /** The addresses below an order's own lead to pages of their own. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<RequestDispatcher> action = OrderActions.of(getServletContext(), pathRest(request));
        if (action.isPresent()) {
            action.get().forward(request, response);
        } else {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String rest = pathRest(request);
        boolean pay = rest.endsWith(PAY);
        String token = pay ? rest.substring(0, rest.length() - PAY.length()) : rest;
        Store store = store(request);
        Optional<OrderView> found = Token.isToken(token) ? orders.find(store, new Token(token)) : Optional.empty();
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Stage stage = Stage.of(found.get());
        if (pay) {
            pay(request, response, found.get(), stage);
        } else {
            show(request, response, found.get(), stage);
        }
    }

    private void pay(HttpServletRequest request, HttpServletResponse response, OrderView order, Stage stage)
            throws ServletException, IOException {
        if (stage != Stage.PREPARING && stage != Stage.TO_PAY && stage != Stage.DECLINED) {
            seeOther(response, "/orders/" + order.token());
            return;
        }
        Optional<String> gateway = order.payment().hostedUrl();
        if (gateway.isEmpty() && isAway(order)) {
            seeOther(response, "/orders/" + order.token());
            return;
        }
        response.setHeader("Refresh", gateway.map(url -> "0; url=" + url).orElse(LOOK_FOR_PAGE_SECONDS));
        showPrivate(
                request,
                response,
                "checkout/paying",
                Head.unlisted(Words.of(store(request))
                        .say("title.paying", store(request).name())),
                page(request, order, stage));
    }

    private void show(HttpServletRequest request, HttpServletResponse response, OrderView order, Stage stage)
            throws ServletException, IOException {
        boolean back = stage == Stage.TO_PAY && parameter(request, "from").equals("payment");
        if (stage == Stage.TO_PAY) {
            payments.lookNow(order.token());
        }
        Stage told = back ? Stage.CONFIRMING : stage;
        if (told.isMoving() && age(order).compareTo(LOOKS_BY_ITSELF) < 0) {
            response.setIntHeader("Refresh", LOOK_AGAIN_SECONDS);
        }
        Wording words = Words.of(store(request));
        String shop = store(request).name();
        Head head = Head.unlisted(
                order.number().isPresent()
                        ? words.say("title.order", Long.toString(order.number().getAsLong()), shop)
                        : words.say("title.order.open", shop));
        AccountOffer.on(request, visit(request, response), order.token(), told == Stage.PAID);
        showPrivate(request, response, "checkout/order", head, page(request, order, told));
    }

    private Page page(HttpServletRequest request, OrderView order, Stage stage) {
        return new Page(
                order,
                stage,
                age(order).compareTo(USUAL_WAIT) > 0,
                isAway(order),
                afterwards.read(store(request), order, parameter(request, "done")));
    }

    private static boolean isAway(OrderView order) {
        return order.payment().gatewayAwaySince().isPresent();
    }

    private Duration age(OrderView order) {
        return Duration.between(order.placedAt(), Instant.now(clock));
    }
}
