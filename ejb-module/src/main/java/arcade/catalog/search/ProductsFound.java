package arcade.catalog.search;

import java.util.List;

/**
 * @param ids of the page, in order
 * @param total on all pages
 * @param traits what these and their neighbours can be narrowed by
 */
public record ProductsFound(List<Long> ids, long total, List<Trait> traits) {

    /** @param ids in order @param total on all pages */
    public record Page(List<Long> ids, long total) {}

    /**
     * @param name one of {@link Traits}
     * @param values most frequent first
     */
    public record Trait(String name, List<Value> values) {
        public Trait {
            values = List.copyOf(values);
        }
    }

    /** @param count how many there are with this value, whatever else is chosen of the same trait */
    public record Value(String value, long count, boolean chosen) {}
}
