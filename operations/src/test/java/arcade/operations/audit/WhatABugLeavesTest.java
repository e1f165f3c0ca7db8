package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rows that a deliberate bug would leave behind, and the invariants that name it. The same bugs are put into the
 * shop's own sources by the mutants of the till (docs/mutants.md).
 */
class WhatABugLeavesTest {
    private final Scene scene = Scene.agreeing();

    @BeforeEach
    void allAgree() {
        assertEquals(Set.of(), scene.broken());
    }

    @Test
    void noFenceLetsAPausedTillWriteUnderItsOldEpoch() {
        scene.transitions.add(transition("REQUIRES_ACTION", "AUTHORIZED", 2, "node2/b"));
        scene.transitions.add(transition("AUTHORIZED", "CAPTURING", 1, "node1/a"));
        scene.third("CAPTURING", "PLACED");

        assertEquals(Set.of("I7"), scene.broken());
    }

    @Test
    void aNewKeyForARetriedCaptureTakesTheMoneyTwice() {
        scene.moved("captured", "o1", Scene.PRICE);

        assertEquals(Set.of("I1", "I3"), scene.broken());
    }

    @Test
    void aTimeoutReadAsDeclineKeepsTheMoneyOfACancelledOrder() {
        scene.moved("authorized", "o3", Scene.PRICE);
        scene.step("p-o3", "REQUIRES_ACTION", "DECLINED", "DECLINED", "ABANDONED");
        scene.third("ABANDONED", "CANCELLED");
        freeThird();

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aCallBeforeTheIntentionsCommitChargesAnOrderThatKnowsOfNoCall() {
        scene.moved("authorized", "o3", Scene.PRICE);
        scene.moved("captured", "o3", Scene.PRICE);
        scene.transitions.removeIf(step -> step.paymentRef().equals("p-o3"));
        scene.third("REQUESTED", "PLACED");

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void aNumberFromAnAutoIncrementLeavesAGapWhereATransactionWasRolledBack() {
        scene.orders.replaceAll(order -> order.ref().equals("o2")
                ? new Shop.Order("arcade", "o2", 3L, "PAID", Scene.PRICE, "EUR", "p-o2", "pi-o2")
                : order);
        scene.told.replaceAll(told -> "o2".equals(told.orderRef()) ? Scene.toldPaid("o2", 3) : told);

        assertEquals(Set.of("I5"), scene.broken());
    }

    @Test
    void stockThatIsReadAndWrittenBackSellsAPieceTwice() {
        scene.stock.replaceAll(row -> new Shop.Stock("arcade", Scene.MUG, 10, 8, 1, 1));

        assertEquals(Set.of("I6"), scene.broken());
    }

    @Test
    void aRefundWithoutAKeyIsGivenTwice() {
        scene.refunded("r1", "o1", 200);
        scene.movements.removeIf(movement -> movement.is(Movement.REFUNDED));
        scene.gaveBack("o1", 200, null);
        scene.gaveBack("o1", 200, null);

        assertEquals(Set.of("I2", "I3"), scene.broken());
    }

    @Test
    void aRefundSentAgainAfterTheGatewayForgotItsKeyIsGivenTwice() {
        scene.refunded("r1", "o1", 200);
        scene.gaveBack("o1", 200, "refund:r1");

        assertEquals(Set.of("I3"), scene.broken());
    }

    @Test
    void aSecondIntentOfAnOrderChargesItTwice() {
        second("authorized");
        second("captured");

        assertEquals(Set.of("I1", "I2"), scene.broken());
    }

    @Test
    void aSecondIntentThatIsOnlyAuthorizedHoldsTheShoppersMoney() {
        second("authorized");

        assertEquals(Set.of("I2"), scene.broken());
    }

    @Test
    void anEventsBodyThatIsBelievedPaysAnOrderWithoutMoney() {
        scene.movements.removeIf(movement -> movement.order().equals("o2"));

        assertEquals(Set.of("I3"), scene.broken());
    }

    private void second(String type) {
        scene.movements.add(new Movement(
                scene.movements.size() + 1,
                "",
                type,
                "pi-second",
                "ch-second",
                Scene.PRICE,
                "eur",
                Map.of("order", "o1", "payment", "p-o1"),
                type + ":p-o1"));
    }

    private Shop.Transition transition(String from, String to, long epoch, String owner) {
        return new Shop.Transition(scene.transitions.size() + 1, "p-o3", from, to, epoch, owner);
    }

    private void freeThird() {
        scene.stock.clear();
        scene.stock.add(new Shop.Stock("arcade", Scene.MUG, 10, 8, 0, 2));
    }
}
