package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.CardOrder;
import arcade.catalog.CardPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListPageTest {

    @ParameterizedTest
    @CsvSource({"'', 1", "1, 1", "7, 7", "0, 1", "-1, 1", "x, 1", "99999999999, 1", "9999, 50"})
    void aPageNumberIsOneOfTheListWhateverWasTyped(String typed, int number) {
        assertEquals(number, ListPage.number(typed, 50));
    }

    @Test
    void theUsualOrderAndTheFirstPageAreNotNamed() {
        assertEquals("/c/tools", ListPage.address("/c/tools", CardOrder.RELEVANCE, 1));
        assertEquals("/c/tools?page=2", ListPage.address("/c/tools", CardOrder.RELEVANCE, 2));
        assertEquals("/search?q=a&sort=cheapest&page=3", ListPage.address("/search?q=a", CardOrder.CHEAPEST, 3));
    }

    @Test
    void linksTurnThePageAndKeepTheOrder() {
        CardPage second = new CardPage(List.of(), 60, 2, 24);

        ListPage page = ListPage.of("Tools", "", second, "/c/tools", CardOrder.NEWEST);

        assertEquals("/c/tools?sort=newest", page.previous());
        assertEquals("/c/tools?sort=newest&page=3", page.next());
    }

    @Test
    void theLastPageHasNoNext() {
        CardPage last = new CardPage(List.of(), 60, 3, 24);

        assertEquals(
                "",
                ListPage.of("Tools", "", last, "/c/tools", CardOrder.RELEVANCE).next());
    }
}
