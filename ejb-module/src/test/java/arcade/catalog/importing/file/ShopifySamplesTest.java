package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.catalog.importing.Posted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shopify's own sample files, where they lie beside the project. */
class ShopifySamplesTest {
    @Test
    void apparelIsReadWithoutARefusal() throws IOException {
        ProductFileFixture read = read("apparel.csv");

        assertEquals(List.of(), read.refusals());
        assertEquals(1, read.findings.notices().size(), "one notice for all that is not tracked");
        ProductDraft top = named(read, "classic-varsity-top");
        assertEquals(List.of("Size"), top.optionNames());
        assertEquals(
                List.of("classic-varsity-top.small", "classic-varsity-top.medium", "classic-varsity-top.large"),
                top.variants().stream().map(variant -> variant.sku().value()).toList());
        assertEquals(List.of(), named(read, "ocean-blue-shirt").optionNames());
    }

    @Test
    void homeAndGardenIsReadWithoutARefusal() throws IOException {
        ProductFileFixture read = read("home-and-garden.csv");

        assertEquals(List.of(), read.refusals());
        ProductDraft pot = named(read, "clay-plant-pot");
        assertEquals(
                List.of(999L, 1599L),
                pot.variants().stream().map(VariantDraft::priceMinor).toList());
        assertEquals(2, pot.pictures().size());
        assertTrue(named(read, "biodegradable-cardboard-pots").variants().get(0).tracked());
        assertFalse(pot.variants().get(0).tracked());
    }

    private static ProductFileFixture read(String name) throws IOException {
        Path file = Posted.shopifySample(name);
        assumeTrue(Files.exists(file));
        return ProductFileFixture.of(file);
    }

    private static ProductDraft named(ProductFileFixture read, String handle) {
        return read.products.stream()
                .filter(product -> product.handle().equals(handle))
                .findFirst()
                .orElseThrow();
    }
}
