package arcade.web.cart;

import arcade.cart.CartAnswer;
import arcade.cart.CartAnswer.Current;
import arcade.cart.CartAnswer.Refused;
import arcade.cart.CartRefusal;
import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.catalog.Card;
import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.ordering.OrderState;
import arcade.ordering.Orders;
import arcade.promotion.Tariffs;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import arcade.web.store.DeliveryPromises;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Visit;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /cart?country=}: what is in the cart, what changed about it, and what it costs delivered to a country. */
@WebServlet("/cart")
public class CartPage extends StorePage {
    private static final int SUGGESTED = 4;

    @Inject
    private transient Carts carts;

    @Inject
    private transient Catalog catalog;

    @Inject
    private transient Tariffs tariffs;

    @Inject
    private transient Orders orders;

    /**
     * @param cart empty when there is none
     * @param promise when it is at the door, in words, or empty
     * @param notice what happened to the last wish, or empty
     * @param openOrder an order of this visit that waits for its payment
     * @param coupon a code that was refused, as it was typed, or empty
     * @param wrongCoupon why it was, or empty
     * @param suggestions shown in an empty cart
     */
    public record Page(
            Optional<CartView> cart,
            List<String> countries,
            String promise,
            String notice,
            boolean expired,
            Optional<Token> openOrder,
            String coupon,
            String wrongCoupon,
            List<Card> suggestions) {

        public boolean isEmpty() {
            return cart.map(CartView::isEmpty).orElse(true);
        }
    }

    @Inject
    private transient DeliveryPromises promises;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Visit visit = visit(request, response);
        List<String> countries = tariffs.of(store).countries();
        String asked = parameter(request, "country");
        String country = countries.contains(asked) ? asked : store.country();
        Optional<CartAnswer> answer = visit.resumedCart().map(cart -> carts.see(store, cart, country));
        Optional<CartView> cart = answer.filter(Current.class::isInstance).map(seen -> ((Current) seen).cart());
        boolean expired = answer.filter(
                        seen -> seen instanceof Refused refused && refused.reason() != CartRefusal.ALREADY_ORDERED)
                .isPresent();
        if (answer.isPresent() && cart.isEmpty()) {
            visit.forgetCart();
        }
        boolean empty = cart.map(CartView::isEmpty).orElse(true);
        Page page = new Page(
                cart,
                countries,
                promises.of(store, country),
                CartNotice.text(Words.of(store), parameter(request, "notice"), cart.isPresent()),
                expired,
                empty ? openOrder(store, visit) : Optional.empty(),
                parameter(request, "coupon"),
                CartNotice.coupon(Words.of(store), parameter(request, "notice")),
                empty
                        ? catalog.cards(store, CardQuery.everything().page(1, SUGGESTED))
                                .cards()
                        : List.of());
        Wording words = Words.of(store);
        // A search engine has no cookie: what it finds is the empty cart, the same for everybody.
        Head head = Head.indexed(
                words.say("title.cart", store.name()), words.say("cart.description", store.name()), "/cart");
        showPrivate(request, response, "cart/cart", head, page);
    }

    private Optional<Token> openOrder(Store store, Visit visit) {
        return visit.order()
                .filter(order -> orders.find(store, order)
                        .filter(found -> found.state() == OrderState.PLACED)
                        .isPresent());
    }
}
