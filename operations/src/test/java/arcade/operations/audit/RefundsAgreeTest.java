package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RefundsAgreeTest {
    private final Scene scene = Scene.agreeing();

    @Test
    void aRefundThatBothSidesKnowBreaksNothing() {
        scene.refunded("r1", "o1", 200);
        scene.refunded("r2", "o1", 300);

        assertEquals(Set.of(), scene.broken());
    }

    @Test
    void aRefundThatTheGatewayNeverMadeBreaksI3() {
        scene.refunded("r1", "o1", 200);
        scene.movements.removeIf(movement -> movement.is(Movement.REFUNDED));

        assertEquals(Set.of("I3"), scene.broken());
    }

    @Test
    void aRefundOfAnotherAmountBreaksI3() {
        scene.refunded("r1", "o1", 200);
        scene.movements.removeIf(movement -> movement.is(Movement.REFUNDED));
        scene.gaveBack("o1", 199, "refund:r1");

        assertEquals(Set.of("I3"), scene.broken());
    }

    @Test
    void aPaymentThatCountsAnotherSumBreaksI3() {
        scene.payments.replaceAll(payment -> payment.ref().equals("p-o1")
                ? new Shop.Payment("p-o1", "o1", "CAPTURED", Scene.PRICE, "EUR", "pi-o1", Scene.PRICE, 5)
                : payment);

        assertEquals(Set.of("I3"), scene.broken());
    }

    @Test
    void aRefundThatIsNoneOfOursBreaksI2() {
        scene.gaveBack("o1", 200, "somebody-else");

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aRefundWithoutAKeyBreaksI2() {
        scene.gaveBack("o1", 200, null);

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aRefundThatIsNoneOfOursAndWasCuredDoesNot() {
        scene.gaveBack("o1", 200, "cure");
        scene.breaks.add(new Shop.Break("ORPHAN_CAPTURE", "p-o1", "p-o1", "pi-o1", "REFUNDED"));

        assertEquals(Set.of(), scene.broken());
    }

    @Test
    void aRefundThatIsNoneOfOursIsNotCuredByAskingAgain() {
        scene.gaveBack("o1", 200, "somebody-else");
        scene.breaks.add(new Shop.Break("STATE_DIFFERS", "p-o1", "p-o1", "pi-o1", "ASKED"));

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aRefundThatWasOnlyNoticedBreaksI2() {
        scene.gaveBack("o1", 200, "somebody-else");
        scene.breaks.add(new Shop.Break("REFUND_DIFFERS", "p-o1", "p-o1", "pi-o1", null));

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aRefundThatTheShopCallsFailedThoughItWasMadeBreaksI2() {
        scene.refund("r1", "o1", "REFUND_FAILED", 200);
        scene.refundStep("r1", 1, "REQUESTED", "REFUNDING", "REFUNDING", "REFUND_FAILED");
        scene.gaveBack("o1", 200, "refund:r1");

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aRefundThatTheBankSentBackDoesNot() {
        scene.refund("r1", "o1", "REFUND_FAILED", 200);
        scene.refundStep("r1", 1, "REQUESTED", "REFUNDING", "REFUNDING", "REFUNDED", "REFUNDED", "REFUND_FAILED");
        scene.gaveBack("o1", 200, "refund:r1");

        assertEquals(Set.of(), scene.broken());
    }

    @Test
    void aRefundWhoseAnswerIsNotYetRecordedDoesNot() {
        scene.refund("r1", "o1", "UNKNOWN_REFUND", 200);
        scene.refundStep("r1", 1, "REQUESTED", "REFUNDING", "REFUNDING", "UNKNOWN_REFUND");
        scene.gaveBack("o1", 200, "refund:r1");

        assertEquals(Set.of(), scene.broken());
    }

    @Test
    void aRefundAfterTheShopWasReadDoesNot() {
        scene.beforeShop = scene.movements.size();
        scene.gaveBack("o1", 200, "refund:newer");

        assertEquals(Set.of(), scene.broken());
    }
}
