package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NothingHangsTest {
    private final Scene scene = Scene.agreeing();
    private final Invariant invariant = new NothingHangs();

    @Test
    void holdsWhileAllAgree() {
        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aPaymentThatStaysUnknownBreaksIt() {
        becomes("UNKNOWN_CAPTURE");
        scene.unsettled.add("p-o3");

        assertEquals(1, scene.violationsOf(invariant));
    }

    @Test
    void aPaymentThatBeganAfterTheAuditDoesNot() {
        becomes("AUTHORIZING");

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aPaymentThatCameToRestAtTheLastMomentDoesNot() {
        becomes("VOIDED");
        scene.unsettled.add("p-o3");

        assertEquals(0, scene.violationsOf(invariant));
    }

    @Test
    void aRefundThatStaysUnknownBreaksIt() {
        scene.refund("r1", "o1", "UNKNOWN_REFUND", 200);
        scene.unsettled.add("r1");

        assertEquals(1, scene.violationsOf(invariant));
    }

    private void becomes(String state) {
        scene.payments.replaceAll(payment -> payment.ref().equals("p-o3")
                ? new Shop.Payment("p-o3", "o3", state, Scene.PRICE, "EUR", "pi-o3", 0, 0)
                : payment);
    }
}
