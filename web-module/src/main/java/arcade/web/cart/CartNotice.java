package arcade.web.cart;

import arcade.cart.CartRefusal;
import arcade.shared.Wording;
import java.util.Locale;

/** What the cart's page says about the last wish. The address carries a code, never a text. */
final class CartNotice {
    static final String ADDED = "added";
    static final String ARRIVED = "arrived";
    static final String LEFT = "left";

    private CartNotice() {}

    static String code(CartRefusal reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** What is said beside the coupon's field, or nothing. */
    static String coupon(Wording words, String code) {
        return switch (code) {
            case "no_such_coupon" -> words.say("wrong.coupon");
            case "coupon_used_up" -> words.say("wrong.coupon.used");
            default -> "";
        };
    }

    /** @param hasCart whether the browser brought a cart with the request */
    static String text(Wording words, String code, boolean hasCart) {
        return switch (code) {
            case ADDED -> words.say(hasCart ? "cart.notice.added" : "cart.notice.cookies");
            case ARRIVED -> hasCart ? words.say("cart.notice.arrived") : words.say("cart.notice.cookies");
            case LEFT -> words.say("cart.notice.left");
            case "quantity", "no_such_sku", "too_many_lines", "already_ordered" -> words.say("cart.notice." + code);
            case "not_in_cart", "no_such_cart", "expired" -> words.say("cart.notice." + code);
            default -> "";
        };
    }
}
