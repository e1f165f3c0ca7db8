package arcade.catalog.search;

import arcade.catalog.search.ProductsFound.Trait;
import arcade.catalog.search.ProductsFound.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;

/** The traits of what was found: the most frequent ones with their most frequent values, and in any case what was chosen. */
final class CountedTraits {
    private static final int MOST_VALUES = 16;
    private static final int MOST_OPTIONS = 6;

    private final Facets facets;
    private final Map<String, Set<String>> chosen;
    private final List<Trait> traits = new ArrayList<>();

    CountedTraits(Facets facets, Map<String, Set<String>> chosen) throws IOException {
        this.facets = facets;
        this.chosen = chosen;
        int options = 0;
        for (FacetResult dimension : facets.getAllDims(MOST_VALUES)) {
            // A trait that was chosen and that no product has is told as null.
            if (dimension == null) {
                continue;
            }
            boolean option = Traits.isOption(dimension.dim);
            if (!option || options++ < MOST_OPTIONS || chosen.containsKey(dimension.dim)) {
                traits.add(trait(dimension));
            }
        }
    }

    void addStock(long count) {
        traits.add(
                new Trait(Traits.STOCK, List.of(new Value(Traits.IN_STOCK, count, chosen.containsKey(Traits.STOCK)))));
    }

    List<Trait> all() {
        return traits;
    }

    private Trait trait(FacetResult dimension) throws IOException {
        Set<String> wanted = chosen.getOrDefault(dimension.dim, Set.of());
        List<Value> values = new ArrayList<>();
        for (LabelAndValue value : dimension.labelValues) {
            values.add(new Value(value.label, value.value.longValue(), wanted.contains(value.label)));
        }
        for (String value : wanted) {
            if (values.stream().noneMatch(shown -> shown.value().equals(value))) {
                Number count = facets.getSpecificValue(dimension.dim, value);
                if (count.longValue() > 0) {
                    values.add(new Value(value, count.longValue(), true));
                }
            }
        }
        return new Trait(dimension.dim, values);
    }
}
