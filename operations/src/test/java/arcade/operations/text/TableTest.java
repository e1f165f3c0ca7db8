package arcade.operations.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsLineUpAndNumbersStandToTheRight() {
        Table table =
                new Table("name", "pieces", "state").row("mug", 7, "in stock").row("bicycle", 1200, "gone");

        assertEquals(
                List.of(
                        "name     pieces  state", //
                        "mug           7  in stock",
                        "bicycle    1200  gone"),
                table.lines());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        Table table = new Table("a", "b");

        assertThrows(IllegalArgumentException.class, () -> table.row("only one"));
    }
}
