package arcade.fulfilment;

/**
 * Where the pieces of a line are.
 *
 * @param position from 1
 * @param returned of the shipped ones, those that a return speaks of, unless it was refused
 * @param cancelled will not be sent any more
 * @param discountMinor off the whole line
 * @param tracked whether its pieces are counted in stock
 */
public record LineProgress(
        int position,
        String sku,
        String title,
        String variantTitle,
        int quantity,
        int shipped,
        int returned,
        int cancelled,
        long unitMinor,
        long discountMinor,
        boolean tracked) {

    public int toShip() {
        return quantity - shipped - cancelled;
    }

    /** What some of its pieces cost, in minor units, rounded down: however they come back, it is not more than was paid for the line. */
    long paidFor(int pieces) {
        long paid = Math.subtractExact(Math.multiplyExact(unitMinor, quantity), discountMinor);
        return Math.multiplyExact(paid, pieces) / quantity;
    }

    /** Sent pieces that no return speaks of. */
    public int returnable() {
        return shipped - returned;
    }
}
