package arcade.catalog.importing.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SkuMakerTest {
    @Test
    void aProductWithoutChoiceIsCalledByItsHandle() {
        assertEquals("ocean-blue-shirt", made("ocean-blue-shirt"));
    }

    @Test
    void optionValuesFollowInOrder() {
        assertEquals("shirt.large.ocean-blue", made("shirt", "Large", "Ocean Blue"));
    }

    @Test
    void theSameInputMakesTheSameSku() {
        assertEquals(made("shirt", "Größe 40/42"), made("shirt", "Größe 40/42"));
        assertTrue(made("shirt", "Größe 40/42").startsWith("shirt.grosse-40-42."));
    }

    @Test
    void valuesThatReadAlikeStayApart() {
        assertNotEquals(made("shirt", "40/42"), made("shirt", "40-42"));
        assertNotEquals(made("shirt", "赤"), made("shirt", "青"));
        assertNotEquals(made("a-b", "c"), made("a", "b-c"));
    }

    @Test
    void aLongOneIsCutAndStaysItsOwn() {
        String one = made("a".repeat(200), "Red");
        String other = made("a".repeat(200), "Blue");

        assertEquals(64, one.length());
        assertNotEquals(one, other);
    }

    private static String made(String handle, String... values) {
        return SkuMaker.of(handle, List.of(values)).value();
    }
}
