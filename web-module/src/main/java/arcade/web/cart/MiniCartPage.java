package arcade.web.cart;

import arcade.cart.CartLine;
import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.promotion.Totals;
import arcade.shared.Money;
import arcade.store.Store;
import arcade.web.store.Head;
import arcade.web.store.StorePage;
import arcade.web.store.Words;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code /cart/mini?notice=&sku=&pieces=}: what was added just now and the cart in short, a part of a page that the script shows over
 * the page where it was added.
 */
@WebServlet("/cart/mini")
public class MiniCartPage extends StorePage {
    private static final int MOST_OTHERS = 3;

    @Inject
    private transient Carts carts;

    /**
     * @param added the line that was added to; none: nothing was added, or the browser did not keep the cart
     * @param pieces how many of it were added
     * @param others the newest of the other lines
     * @param more how many lines are not shown
     * @param notice why nothing was added
     */
    public record Part(
            Optional<CartView> cart,
            Optional<CartLine> added,
            int pieces,
            List<CartLine> others,
            int more,
            String notice) {

        static Part of(Optional<CartView> cart, String sku, long pieces, String notice) {
            List<CartLine> lines = cart.map(CartView::lines).orElse(List.of());
            Optional<CartLine> added = lines.stream()
                    .filter(line -> line.sku().value().equals(sku))
                    .findFirst();
            List<CartLine> rest = lines.stream()
                    .filter(line -> added.filter(line::equals).isEmpty())
                    .toList();
            int more = Math.max(0, rest.size() - MOST_OTHERS);
            int known = added.map(CartLine::quantity).orElse(0);
            return new Part(
                    cart,
                    added,
                    pieces < 1 || pieces > known ? known : (int) pieces,
                    rest.subList(more, rest.size()),
                    more,
                    notice);
        }

        /** Whether it went as it was wished: all of it is there to be bought. */
        public boolean isWell() {
            return added.filter(CartLine::isOrderable).isPresent();
        }

        /** Whether a line that was there before cannot be ordered. */
        public boolean isHindered() {
            return cart.orElseThrow().lines().stream()
                    .anyMatch(line ->
                            !line.isOrderable() && added.filter(line::equals).isEmpty());
        }

        /** What the articles cost, without delivery. */
        public Money subtotal() {
            Totals totals = cart.orElseThrow().totals();
            return totals.items().minus(totals.discount());
        }

        public boolean isEmpty() {
            return cart.map(CartView::isEmpty).orElse(true);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Store store = store(request);
        Optional<CartView> cart = visit(request, response).resumedCart().flatMap(known -> carts.find(store, known));
        Part part = Part.of(
                cart,
                parameter(request, "sku"),
                CartActions.pieces(parameter(request, "pieces")),
                CartNotice.text(Words.of(store), parameter(request, "notice"), cart.isPresent()));
        showPrivate(request, response, "cart/mini-cart", Head.unlisted(store.name()), part);
    }
}
