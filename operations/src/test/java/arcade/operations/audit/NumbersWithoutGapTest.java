package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersWithoutGapTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new NumbersWithoutGap();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aGapBreaksIt() {
        renumber("o2", 4L);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aNumberGivenTwiceBreaksIt() {
        renumber("o2", 1L);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aSeriesThatBeginsAtTwoBreaksIt() {
        renumber("o1", 3L);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aPaidOrderWithoutNumberBreaksIt() {
        renumber("o2", null);

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void eachStoreHasItsOwnSeries() {
        scene.orders.add(new Shop.Order("garden", "g1", 1L, "PAID", Scene.PRICE, "GBP", "p-g1", "pi-g1"));

        assertEquals(0, scene.violationsOf(invariant));
    }

    private void renumber(String ref, Long number) {
        scene.orders.replaceAll(order -> order.ref().equals(ref)
                ? new Shop.Order("arcade", ref, number, "PAID", Scene.PRICE, "EUR", "p-" + ref, "pi-" + ref)
                : order);
    }
}
