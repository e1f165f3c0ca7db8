package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import arcade.catalog.Listing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPageTest {
    private static final Address TOOLS = Address.of("/c/tools");
    private static final Narrowing NONE = new Narrowing("/c/tools", List.of(), List.of(), List.of(), "/c/tools");

    @ParameterizedTest
    @CsvSource({"'', 1", "1, 1", "7, 7", "0, 1", "-1, 1", "x, 1", "99999999999, 1", "9999, 50"})
    void aPageNumberIsOneOfTheListWhateverWasTyped(String typed, int number) {
        assertEquals(number, ListPage.number(typed, 50));
    }

    @Test
    void linksTurnThePageAndKeepTheOrder() {
        ListPage page = page(2, TOOLS.sorted(CardOrder.NEWEST));

        assertEquals("/c/tools?sort=newest", page.previous());
        assertEquals("/c/tools?sort=newest&page=3", page.next());
    }

    @Test
    void theLastPageHasNoNext() {
        assertEquals("", page(3, TOOLS).next());
    }

    @Test
    void anotherOrderBeginsAtTheFirstPage() {
        assertEquals(
                List.of("/c/tools", "/c/tools?sort=cheapest", "/c/tools?sort=dearest", "/c/tools?sort=newest"),
                page(3, TOOLS).sorts().stream().map(ListPage.Sort::href).toList());
    }

    private static ListPage page(int number, Address address) {
        Listing found = new Listing(new CardPage(List.of(), 60, number, 24), List.of(), true, true);
        return ListPage.of("Tools", "", found, address, NONE);
    }
}
