package arcade.shared;

import java.io.Serializable;

/** How many pieces of one SKU: 1 to {@value #MOST}. */
public record Quantity(int pieces) implements Serializable {
    public static final int MOST = 999;

    public Quantity {
        if (pieces < 1 || pieces > MOST) {
            throw new IllegalArgumentException("a quantity is 1 to " + MOST + ", not " + pieces);
        }
    }
}
