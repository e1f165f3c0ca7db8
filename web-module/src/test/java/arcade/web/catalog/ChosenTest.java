package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChosenTest {

    @Test
    void onlyTraitsWithPossibleValuesAreTaken() {
        Chosen chosen = Chosen.of(
                Map.of(
                        "price", new String[] {"1000", "1001", "cheap"},
                        "stock", new String[] {"in", "out"},
                        "o.Size", new String[] {"M", " ", "x".repeat(256)},
                        "o.", new String[] {"M"},
                        "utm_source", new String[] {"mail"},
                        "page", new String[] {"2"}),
                "");

        assertEquals(Map.of("price", Set.of("1000"), "stock", Set.of("in"), "o.Size", Set.of("M")), chosen.asTraits());
    }

    @Test
    void aListOfACategoryCannotBeNarrowedToAnother() {
        assertTrue(
                Chosen.of(Map.of("category", new String[] {"bags"}), "category").isNothing());
    }

    @Test
    void thereIsALimit() {
        String[] many = IntStream.range(0, 1000).mapToObj(Integer::toString).toArray(String[]::new);

        assertEquals(
                24,
                Chosen.of(Map.of("vendor", many), "").asTraits().get("vendor").size());
    }
}
