package arcade.web.checkout;

import arcade.ordering.OrderState;
import arcade.ordering.OrderView;

/**
 * Where an order stands, as its buyer is told. As long as the outcome is not known it is never called failed.
 *
 * @see arcade.payment.PaymentState
 */
public enum Stage {
    /** The gateway's page is being made ready. */
    PREPARING,
    /** The buyer has to act on the gateway's page. */
    TO_PAY,
    /** The last card was declined; another one may be tried. */
    DECLINED,
    /** The gateway has been asked for the money; the answer is on its way. */
    CONFIRMING,
    PAID,
    /** The order was given up, and the gateway has been told; until it answers the order may still turn out paid. */
    LETTING_GO,
    /** No money was taken and none will be. */
    CANCELLED;

    public static Stage of(OrderView order) {
        if (order.state() == OrderState.PAID) {
            return PAID;
        }
        if (order.state() == OrderState.CANCELLED) {
            return CANCELLED;
        }
        boolean hasPage = order.payment().hostedUrl().isPresent();
        return switch (order.payment().state()) {
            case REQUESTED, AUTHORIZING -> hasPage ? CONFIRMING : PREPARING;
            case REQUIRES_ACTION -> hasPage ? TO_PAY : PREPARING;
            case DECLINED -> DECLINED;
            case AUTHORIZED, UNKNOWN_AUTHORIZATION, CAPTURING, UNKNOWN_CAPTURE, CAPTURED -> CONFIRMING;
            case VOIDING, UNKNOWN_VOID -> LETTING_GO;
            case CAPTURE_FAILED, VOIDED, EXPIRED, ABANDONED -> CANCELLED;
        };
    }

    /** Whether the page should look again by itself. */
    public boolean isMoving() {
        return this == PREPARING || this == CONFIRMING || this == LETTING_GO;
    }

    public boolean is(String name) {
        return name().equals(name);
    }
}
