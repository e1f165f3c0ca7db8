package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LimitsOfPromotionsHoldTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new LimitsOfPromotionsHold();

    @Test
    void holdsWhileAllAgree() {
        scene.uses.add(new Shop.Uses(1, 5, 5, 5));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void anOrderWhoseUseWasNotCountedBreaksIt() {
        scene.uses.add(new Shop.Uses(1, 5, 6, 5));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aUseOfNobodyBreaksIt() {
        scene.uses.add(new Shop.Uses(1, 5, 5, 4));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aUseThatWasNotGivenBackIsNoDamage() {
        scene.uses.add(new Shop.Uses(1, 5, 4, 5));

        assertEquals(0, scene.violationsOf(invariant));
    }
}
