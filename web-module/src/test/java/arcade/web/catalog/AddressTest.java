package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.CardOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {
    private static final Address TOOLS = Address.of("/c/tools");

    @Test
    void theUsualOrderAndTheFirstPageAreNotNamed() {
        assertEquals("/c/tools", TOOLS.page(1));
        assertEquals("/c/tools?page=2", TOOLS.page(2));
        assertEquals(
                "/search?q=a+b&sort=cheapest&page=3",
                Address.of("/search")
                        .searching("a b")
                        .sorted(CardOrder.CHEAPEST)
                        .page(3));
    }

    @Test
    void whatIsChosenStandsInTheAddressInOneOrder() {
        Chosen chosen =
                Chosen.of(Map.of("vendor", new String[] {"Kiln & Co"}, "o.Colour", new String[] {"Sage", "Oat"}), "");

        assertEquals(
                "/c/tools?o.Colour=Oat&o.Colour=Sage&vendor=Kiln+%26+Co&page=2",
                TOOLS.choosing(chosen).page(2));
        assertEquals(
                "/c/tools?o.Colour=Oat&vendor=Kiln+%26+Co",
                TOOLS.choosing(chosen.without("o.Colour", "Sage")).page(1));
        assertEquals(
                "/c/tools?o.Colour=Oat&o.Colour=Sage",
                TOOLS.choosing(chosen.without("vendor", "Kiln & Co")).page(1));
    }
}
