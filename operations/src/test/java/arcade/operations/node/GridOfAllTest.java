package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridOfAllTest {

    @Test
    void everyNodeSeesEveryNode() {
        assertTrue(GridView.whole(List.of(3, 3, 3), 3));
    }

    @Test
    void theConsoleIsOneMoreForAll() {
        assertTrue(GridView.whole(List.of(4, 4, 4), 3));
    }

    @Test
    void theConsoleInOneHalfMakesNoWhole() {
        assertFalse(GridView.whole(List.of(3, 3, 1), 3));
        assertFalse(GridView.whole(List.of(2, 2, 2), 3));
        assertFalse(GridView.whole(List.of(4, 4, 3), 3));
    }
}
