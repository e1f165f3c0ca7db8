package arcade.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CardQueryTest {
    @Test
    void theSameSearchTypedOtherwiseIsOneQuestion() {
        assertEquals(CardQuery.search("oak tray"), CardQuery.search("  oak \t tray "));
        assertEquals(100, CardQuery.search("x".repeat(5000)).words().length());
    }

    @Test
    void pagesHaveLimits() {
        CardQuery all = CardQuery.everything();
        assertThrows(IllegalArgumentException.class, () -> all.page(0, 24));
        assertThrows(IllegalArgumentException.class, () -> all.page(1001, 24));
        assertThrows(IllegalArgumentException.class, () -> all.page(1, 101));
        assertThrows(IllegalArgumentException.class, () -> all.page(1, 0));
    }

    @Test
    void anUnknownOrderIsTheShopkeepers() {
        assertEquals(CardOrder.CHEAPEST, CardOrder.of("cheapest"));
        assertEquals(CardOrder.RELEVANCE, CardOrder.of("1; DROP TABLE"));
        assertEquals(CardOrder.RELEVANCE, CardOrder.of(null));
    }

    @Test
    void aListKnowsItsNeighbours() {
        CardPage middle = new CardPage(List.of(), 49, 2, 24);
        assertEquals(3, middle.pages());
        assertTrue(middle.hasNext() && middle.hasPrevious());
        assertFalse(new CardPage(List.of(), 0, 1, 24).hasNext());
    }
}
