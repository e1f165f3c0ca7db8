package arcade.shared;

/** How many pieces of one SKU: 1 to {@value #MOST}. */
public record Quantity(int pieces) {
    public static final int MOST = 999;

    public Quantity {
        if (pieces < 1 || pieces > MOST) {
            throw new IllegalArgumentException("a quantity is 1 to " + MOST + ", not " + pieces);
        }
    }
}
