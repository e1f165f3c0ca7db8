package arcade.web.catalog;

import java.util.List;

/**
 * What a list can be narrowed by, as boxes to tick.
 *
 * @param name of the parameter in the address
 */
public record Facet(String name, String label, List<Tick> ticks) {

    /**
     * @param count how many articles there are, as people write it
     * @param checked {@code checked}, or null
     */
    public record Tick(String value, String label, String count, String checked) {}
}
