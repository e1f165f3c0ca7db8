package arcade.catalog;

import java.util.List;

/** What a shopper chooses by: {@code Size} with its values in the variants' order. */
public record ProductOption(String name, List<String> values) {
    public ProductOption {
        values = List.copyOf(values);
    }
}
