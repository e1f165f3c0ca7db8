package arcade.promotion;

import arcade.shared.Money;
import java.util.Optional;

/**
 * What became of the coupon that a shopper typed.
 *
 * @param code in capitals
 * @param least for {@link State#TOO_LITTLE}: from which value of its articles a cart gets it
 */
public record CouponAnswer(String code, State state, Optional<Money> least) {

    public enum State {
        APPLIED,
        /** Never was one, is one no longer, or not yet one. */
        NOT_VALID,
        /** As many orders as may have it do, in all or of this buyer. */
        USED_UP,
        TOO_LITTLE,
        /** No article of the cart is one of those it holds for, or there is nothing it could take off. */
        NO_ARTICLE,
        /** Other discounts, with which it does not combine, are worth more. */
        OTHERS_ARE_BETTER
    }

    public boolean is(String name) {
        return state.name().equals(name);
    }

    /** Whether it will not come back by changing the cart. */
    public boolean isOver() {
        return state == State.NOT_VALID || state == State.USED_UP;
    }
}
