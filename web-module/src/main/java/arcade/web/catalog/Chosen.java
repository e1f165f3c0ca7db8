package arcade.web.catalog;

import arcade.catalog.search.PriceBand;
import arcade.catalog.search.Traits;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a shopper has chosen in a list, as it stands in the address: {@code ?vendor=Kiln+Street&o.Colour=Oat&o.Colour=Sage}.
 *
 * @param values by the name of their trait, see {@link Traits}
 */
record Chosen(SortedMap<String, SortedSet<String>> values) {
    static final Chosen NOTHING = new Chosen(new TreeMap<>());
    private static final int MOST_VALUES = 24;
    private static final int LONGEST = 255;

    /**
     * Whatever is no trait of products is left out: an address that was typed badly still shows a list.
     *
     * @param parameters of the request
     * @param fixed the trait that the list itself stands for, or empty
     */
    static Chosen of(Map<String, String[]> parameters, String fixed) {
        SortedMap<String, SortedSet<String>> chosen = new TreeMap<>();
        int taken = 0;
        for (Map.Entry<String, String[]> parameter : new TreeMap<>(parameters).entrySet()) {
            String trait = parameter.getKey();
            if (trait.length() <= LONGEST && Traits.isTrait(trait) && !trait.equals(fixed)) {
                for (String value : parameter.getValue()) {
                    if (taken < MOST_VALUES && isValue(trait, value)) {
                        chosen.computeIfAbsent(trait, name -> new TreeSet<>()).add(value);
                        taken++;
                    }
                }
            }
        }
        return new Chosen(chosen);
    }

    boolean isNothing() {
        return values.isEmpty();
    }

    Map<String, Set<String>> asTraits() {
        return Map.copyOf(values);
    }

    Chosen without(String trait, String value) {
        SortedMap<String, SortedSet<String>> rest = new TreeMap<>(values);
        SortedSet<String> others = new TreeSet<>(values.getOrDefault(trait, new TreeSet<>()));
        others.remove(value);
        if (others.isEmpty()) {
            rest.remove(trait);
        } else {
            rest.put(trait, others);
        }
        return new Chosen(rest);
    }

    /** The address with all of it. */
    String at(String address) {
        String all = address;
        for (Map.Entry<String, SortedSet<String>> trait : values.entrySet()) {
            for (String value : trait.getValue()) {
                all = ListPage.with(all, ListPage.encoded(trait.getKey()) + "=" + ListPage.encoded(value));
            }
        }
        return all;
    }

    private static boolean isValue(String trait, String value) {
        return switch (trait) {
            case Traits.PRICE -> PriceBand.named(value).isPresent();
            case Traits.STOCK -> value.equals(Traits.IN_STOCK);
            default -> !value.isBlank() && value.length() <= LONGEST;
        };
    }
}
