package arcade.cart;

/** Why a cart was not changed. */
public enum CartRefusal {
    /** Never existed, belongs to another store, or was deleted some time after it expired. */
    NO_SUCH_CART,
    EXPIRED,
    /** Was ordered: what it holds can no longer be changed; a new cart starts afresh. */
    ALREADY_ORDERED,
    /** The store does not sell this SKU. */
    NO_SUCH_SKU,
    NOT_IN_CART,
    /** Less than one piece, or more of one SKU than a cart takes. */
    QUANTITY,
    TOO_MANY_LINES,
    /** No coupon of the store, one no longer, or not yet one. */
    NO_SUCH_COUPON,
    COUPON_USED_UP
}
