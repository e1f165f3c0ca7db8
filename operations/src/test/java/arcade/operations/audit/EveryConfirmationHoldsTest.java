package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EveryConfirmationHoldsTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new EveryConfirmationHolds();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aLostOrderBreaksIt() {
        scene.told.add(Scene.toldPaid("lost", 3));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void anotherNumberBreaksIt() {
        scene.told.add(Scene.toldPaid("o1", 2));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void otherLinesBreakIt() {
        scene.lines.add(new Shop.Line("o1", "SPOON", 1, 0, true));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void anotherTotalBreaksIt() {
        scene.told.add(told("ok", "key-o3", "o3", 1L));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void twoOrdersOfOneKeyBreakIt() {
        scene.told.add(told("ok", "key-o1", "o2", Scene.PRICE));

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void onlyAnOkMakesADuty() {
        scene.told.add(told("info", "key-x", "lost", Scene.PRICE));
        scene.told.add(told("fail", "key-y", null, null));
        scene.told.add(told("invoke", "key-z", null, null));

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void withoutRecordsItIsNotChecked() {
        scene.recorded = false;
        Findings findings = new Findings();
        invariant.check(scene.evidence(), findings);

        assertEquals("not checked", findings.verdict());
    }

    private static ClientRecord told(String kind, String key, String order, Long total) {
        return new ClientRecord(kind, "place", key, order, null, "PLACED", total, "EUR", null);
    }
}
