package arcade.web.cart;

import arcade.cart.CartRefusal;
import java.util.Locale;

/** What the cart's page says about the last wish. The address carries a code, never a text. */
final class CartNotice {
    static final String ADDED = "added";

    private CartNotice() {}

    static String code(CartRefusal reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** @param hasCart whether the browser brought a cart with the request */
    static String text(String code, boolean hasCart) {
        return switch (code) {
            case ADDED ->
                hasCart
                        ? "Added to your cart."
                        : "Your browser did not keep the cart. Please allow cookies for this shop and add the article again.";
            case "quantity" -> "That quantity is not possible: of one article a cart takes 1 to 999 pieces.";
            case "no_such_sku" -> "That article is no longer sold here.";
            case "too_many_lines" -> "Your cart is full. Please order these articles first.";
            case "already_ordered" -> "Those articles were ordered already. This is a new cart.";
            default -> "";
        };
    }
}
