package arcade.ordering;

/**
 * Nobody can check out for a moment: the database was replaced, and the till first holds its books against the gateway's. Nothing
 * was written; the same request, with the same key, may be sent again.
 */
public class CheckoutClosed extends RuntimeException {
    /** When to ask again: a round of the reconciliation takes seconds. */
    public static final int RETRY_SECONDS = 2;

    CheckoutClosed(String reason) {
        super(reason);
    }
}
