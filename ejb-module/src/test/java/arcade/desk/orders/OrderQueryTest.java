package arcade.desk.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderQueryTest {
    private final List<Object> values = new ArrayList<>();

    @Test
    void aTokenANumberAndAnythingElseAreLookedForByTheirOwnIndex() {
        String token = Token.random().value();

        assertEquals("1 = 1 AND o.ref = ?", condition(token, "", ""));
        assertEquals("1 = 1 AND o.number = ?", condition(" #17 ", "", ""));
        assertEquals("1 = 1 AND o.number = ?", condition("17", "", ""));
        assertEquals("1 = 1 AND (o.email LIKE ? OR o.name LIKE ?)", condition("ann@", "", ""));
        assertEquals(List.of(token, 17L, 17L, "ann@%", "ann@%"), values);
    }

    @Test
    void whatMeansSomethingToLikeMeansItself() {
        condition("50%_\\", "", "");

        assertEquals("50\\%\\_\\\\%", values.get(0));
    }

    @Test
    void stateAndStoreNarrow() {
        assertEquals("1 = 1 AND o.state = ? AND o.store_code = ?", condition(null, "PAID", "garden"));
        assertEquals(List.of("PAID", "garden"), values);
    }

    @Test
    void aNumberThatNoColumnHoldsIsAName() {
        assertEquals("1 = 1 AND (o.email LIKE ? OR o.name LIKE ?)", condition("9".repeat(30), "", ""));
    }

    private String condition(String words, String state, String store) {
        return new OrderQuery(words, state, store).condition(values);
    }
}
