package arcade.cart;

/** What came of a shopper's wish to see or to change a cart. */
public sealed interface CartAnswer {

    /** The cart as it is now. */
    record Current(CartView cart) implements CartAnswer {}

    /**
     * Nothing was changed.
     *
     * @param detail one English sentence that names the value and what is allowed
     */
    record Refused(CartRefusal reason, String detail) implements CartAnswer {}
}
