package arcade.web.cart;

import arcade.cart.CartAnswer;
import arcade.cart.CartAnswer.Current;
import arcade.cart.CartAnswer.Refused;
import arcade.cart.CartRefusal;
import arcade.cart.Carts;
import arcade.promotion.Promotion;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.store.StorePage;
import arcade.web.store.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code POST /cart/add} (sku, quantity), {@code POST /cart/change} (sku, quantity; 0 removes) and {@code POST /cart/coupon} (coupon, or
 * without). A change sets a number, and so may be sent twice, like a coupon; adding may not. Who adds with {@code beside} stays on the
 * page, and is led to the cart in short.
 */
@WebServlet({"/cart/add", "/cart/change", "/cart/coupon"})
public class CartActions extends StorePage {
    private static final int LONGEST_NUMBER = 9;

    @Inject
    private transient Carts carts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Visit visit = visit(request, response);
        if (request.getServletPath().endsWith("/coupon")) {
            coupon(request, response, visit);
            return;
        }
        String sku = parameter(request, "sku");
        if (request.getServletPath().endsWith("/add")) {
            long pieces = pieces(parameter(request, "quantity"));
            CartAnswer answer = add(store(request), visit, sku, pieces);
            seeOther(
                    response,
                    afterAdding(
                            answer, sku, pieces, !parameter(request, "beside").isEmpty()));
        } else {
            CartAnswer answer = change(store(request), visit, sku, pieces(wanted(request)));
            seeOther(response, answer instanceof Refused refused ? "/cart?notice=" + code(refused) : "/cart");
        }
    }

    private static String afterAdding(CartAnswer answer, String sku, long pieces, boolean beside) {
        String page = beside ? "/cart/mini" : "/cart";
        if (answer instanceof Refused refused) {
            return page + "?notice=" + code(refused);
        }
        String what = beside ? "&sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8) + "&pieces=" + pieces : "";
        return page + "?notice=" + CartNotice.ADDED + what;
    }

    private static String code(Refused refused) {
        return CartNotice.code(refused.reason());
    }

    /** A code that is refused comes back with the page, to be mended. */
    private void coupon(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        String typed = parameter(request, "coupon");
        Token cart = visit.resumedCart().orElse(null);
        boolean nothingTyped = typed.isEmpty() && parameter(request, "without").isEmpty();
        String back = "/cart";
        if (cart == null && !nothingTyped) {
            back = "/cart?notice=" + CartNotice.code(CartRefusal.NO_SUCH_CART);
        } else if (!nothingTyped) {
            CartAnswer answer = typed.isEmpty()
                    ? carts.withoutCoupon(store(request), cart)
                    : carts.redeem(store(request), cart, typed);
            if (answer instanceof Refused refused) {
                back = "/cart?notice=" + code(refused) + "&coupon="
                        + URLEncoder.encode(shortened(typed), StandardCharsets.UTF_8);
            }
        }
        seeOther(response, back);
    }

    private static String shortened(String typed) {
        return typed.length() > Promotion.LONGEST_COUPON ? typed.substring(0, Promotion.LONGEST_COUPON) : typed;
    }

    private CartAnswer add(Store store, Visit visit, String sku, long pieces) {
        Optional<Token> cart = visit.resumedCart();
        CartAnswer answer = cart.map(known -> carts.add(store, known, sku, pieces))
                .filter(added -> !isGone(added))
                .orElseGet(() -> carts.addToNew(store, sku, pieces));
        if (answer instanceof Current current) {
            visit.keep(current.cart().token());
        }
        return answer;
    }

    private CartAnswer change(Store store, Visit visit, String sku, long pieces) {
        Token cart = visit.resumedCart().orElse(null);
        if (cart == null) {
            return new Refused(CartRefusal.NO_SUCH_CART, "This visit has no cart.");
        }
        return pieces == 0 ? carts.remove(store, cart, sku) : carts.change(store, cart, sku, pieces);
    }

    /** Whether a new cart is needed. */
    private static boolean isGone(CartAnswer answer) {
        return answer instanceof Refused refused
                && switch (refused.reason()) {
                    case NO_SUCH_CART, EXPIRED, ALREADY_ORDERED -> true;
                    case NO_SUCH_SKU, NOT_IN_CART, QUANTITY, TOO_MANY_LINES, NO_SUCH_COUPON, COUPON_USED_UP -> false;
                };
    }

    /** The button that was pressed names its number; without one the field's number counts. */
    private static String wanted(HttpServletRequest request) {
        String button = parameter(request, "to");
        return button.isEmpty() ? parameter(request, "quantity") : button;
    }

    /** What was typed as a number of pieces; anything else is an impossible number, which the cart refuses with its reason. */
    static long pieces(String typed) {
        boolean number = !typed.isEmpty()
                && typed.length() <= LONGEST_NUMBER
                && typed.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? Long.parseLong(typed) : -1;
    }
}
