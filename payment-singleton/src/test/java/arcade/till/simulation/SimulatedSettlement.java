package arcade.till.simulation;

import arcade.payment.PaymentState;
import arcade.till.payment.Change;
import java.util.List;

/** What the shop does in the till's transaction: number, order, stock. An order that is not as expected is a violation. */
final class SimulatedSettlement {
    private final SimulatedWorld world;
    private final SimulatedTransaction transaction;

    SimulatedSettlement(SimulatedWorld world, SimulatedTransaction transaction) {
        this.world = world;
        this.transaction = transaction;
    }

    void settle(List<Change> ended) {
        SimulatedTables tables = world.database.tables;
        long number = tables.lastNumber;
        for (Change change : ended) {
            SimulatedOrder order = tables.order(change.row().orderRef());
            if (change.state() == PaymentState.CAPTURED) {
                long given = ++number;
                transaction.onCommit.add(() -> paid(tables, order, given));
            } else {
                transaction.onCommit.add(() -> cancelled(tables, order));
            }
        }
        // Who takes no number has not locked the counter, either.
        if (number > tables.lastNumber) {
            long last = number;
            transaction.onCommit.add(() -> tables.lastNumber = last);
        }
    }

    private void paid(SimulatedTables tables, SimulatedOrder order, long number) {
        expectPlaced(order, "PAID");
        order.state = "PAID";
        order.number = number;
        order.paidAt = world.time.now();
        tables.reserved -= order.pieces;
        tables.sold += order.pieces;
        world.trace.say("shop", "order %s is PAID, number %d", order.ref, number);
    }

    private void cancelled(SimulatedTables tables, SimulatedOrder order) {
        expectPlaced(order, "CANCELLED");
        order.state = "CANCELLED";
        tables.reserved -= order.pieces;
        tables.onHand += order.pieces;
        world.trace.say("shop", "order %s is CANCELLED, its stock is free", order.ref);
        world.law.freed(order, world.gateway);
    }

    private static void expectPlaced(SimulatedOrder order, String next) {
        if (!order.state.equals("PLACED")) {
            throw new SimulatedViolation("I10", "order " + order.ref + " is " + order.state + ", now " + next);
        }
    }
}
