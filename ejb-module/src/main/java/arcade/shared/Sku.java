package arcade.shared;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Names one sellable variant within a store: 1 to 64 printable ASCII characters without spaces. */
public record Sku(String value) implements Comparable<Sku>, Serializable {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,64}");

    public Sku {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a SKU (1 to 64 printable ASCII characters, no spaces): " + value);
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
