package arcade.cart;

/** What changed about a line since the shopper put it into the cart. */
public enum LineNotice {
    /** The unit price is another one than {@link CartLine#seen()}. */
    PRICE_CHANGED,
    /** Fewer pieces are left than the line asks for; {@link CartLine#left()} says how many. */
    NOT_ENOUGH,
    /** No piece is left. */
    SOLD_OUT,
    /** The shop no longer sells it. Not part of the totals. */
    NO_LONGER_AVAILABLE
}
