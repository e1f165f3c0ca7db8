package arcade.desk.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderQueryTest {
    private final List<Object> values = new ArrayList<>();

    @Test
    void wordsMeanTheOrdersThatAreFoundByThem() {
        Token one = Token.random();
        Token two = Token.random();

        String condition = new OrderQuery(" ann ", "", "")
                .condition(values, words -> words.equals("ann") ? List.of(one, two) : null);

        assertEquals("1 = 1 AND o.ref IN (?, ?)", condition);
        assertEquals(List.of(one.value(), two.value()), values);
    }

    @Test
    void wordsThatMeanNothingFindNothing() {
        assertEquals("1 = 1 AND 1 = 0", condition("nobody", "", ""));
        assertEquals(List.of(), values);
    }

    @Test
    void stateAndStoreNarrow() {
        assertEquals("1 = 1 AND o.state = ? AND o.store_code = ?", condition(null, "PAID", "garden"));
        assertEquals(List.of("PAID", "garden"), values);
    }

    @Test
    void whatWaitsForAHandIsNoStateOfAnOrder() {
        assertEquals(
                "1 = 1 AND EXISTS (SELECT 1 FROM return_case r WHERE r.order_id = o.id AND r.state = 'REQUESTED')",
                condition("", "RETURN", ""));
        assertEquals(List.of(), values);
    }

    private String condition(String words, String state, String store) {
        return new OrderQuery(words, state, store).condition(values, nobody -> List.of());
    }
}
