package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TotalsAddUpTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new TotalsAddUp();

    @Test
    void holdsWhileAllAgree() {
        scene.totals.add(new Shop.Total("o9", 900, 300, 490, 1390, 1200, 300, 300));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aDiscountThatNoLineBearsBreaksIt() {
        scene.totals.add(new Shop.Total("o9", 900, 300, 490, 1390, 1200, 0, 300));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aDiscountOfNoPromotionBreaksIt() {
        scene.totals.add(new Shop.Total("o9", 900, 300, 490, 1390, 1200, 300, 0));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void linesThatAreNotTheArticlesBreakIt() {
        scene.totals.add(new Shop.Total("o9", 900, 0, 490, 1390, 1200, 0, 0));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aTotalThatDoesNotAddUpBreaksIt() {
        scene.totals.add(new Shop.Total("o9", 900, 300, 490, 1690, 1200, 300, 300));

        assertEquals(1, scene.violationsOf(invariant));
    }
}
