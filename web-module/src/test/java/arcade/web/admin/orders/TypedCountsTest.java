package arcade.web.admin.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TypedCountsTest {
    private final TypedCounts counts = new TypedCounts();

    @Test
    void aWholeNumberIsACountAndNothingIsNone() {
        assertEquals(OptionalInt.of(12), counts.read("a", "12"));
        assertEquals(OptionalInt.of(0), counts.read("b", "0"));
        assertEquals(OptionalInt.empty(), counts.read("c", ""));
        assertFalse(counts.areWrong());
    }

    @Test
    void anythingElseMakesItsFieldWrongAndNoOther() {
        for (String typed : List.of("two", "-1", "1.5", "1 1", "1234567", "٢")) {
            assertEquals(OptionalInt.empty(), counts.read(typed, typed));
            assertTrue(counts.isWrong(typed), typed);
        }
        assertFalse(counts.isWrong("12"));
        assertTrue(counts.areWrong());
    }
}
