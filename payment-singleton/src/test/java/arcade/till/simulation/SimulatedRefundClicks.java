package arcade.till.simulation;

import arcade.payment.PaymentState;
import arcade.payment.RefundState;
import arcade.shared.Money;
import arcade.till.simulation.SimulatedDatabase.Wish;
import java.util.List;

/** An operator who gives money back, and clicks twice. What {@code Refunds.request} does. */
final class SimulatedRefundClicks {
    private static final int PARTS = 3;

    private final SimulatedWorld world;
    private final int payment;

    SimulatedRefundClicks(SimulatedWorld world, int payment) {
        this.world = world;
        this.payment = payment;
    }

    /** In one case of two: one refund or several, of a part of the money, and each of them asked for once or twice. */
    void maybeClick() {
        if (world.faults.oneIn(2)) {
            return;
        }
        for (int part = 1; part <= 1 + world.faults.below(PARTS); part++) {
            String key = "click " + part;
            for (int click = 0; click <= world.faults.below(2); click++) {
                world.time.at(world.faults.anyScale(SimulatedTime.MILLI, SimulatedTime.MINUTE), () -> click(key));
            }
        }
    }

    private void click(String key) {
        SimulatedTables tables = world.database.tables;
        SimulatedTransaction transaction = world.database.begin(null, null);
        Runnable nothing = () -> {};
        world.trace.say("operator", "asks for a refund of payment %d, %s", payment, key);
        world.database.send(
                transaction,
                () -> List.of(new Wish(tables.lock(payment), true)),
                () -> grant(transaction, tables, key),
                () -> world.database.commit(transaction, nothing, nothing),
                nothing);
    }

    private void grant(SimulatedTransaction transaction, SimulatedTables tables, String key) {
        SimulatedPayment paid = tables.payment(payment);
        long promised = 0;
        for (SimulatedRefundRow refund : tables.refunds()) {
            if (refund.payment == payment && refund.requestKey.equals(key)) {
                return;
            }
            boolean counts = refund.payment == payment && refund.state != RefundState.REFUND_FAILED;
            promised += counts ? refund.amount.minor() : 0;
        }
        Money part = Money.of(paid.amount.minor() / (PARTS - 1), "EUR");
        if (paid.state == PaymentState.CAPTURED && promised + part.minor() <= paid.amount.minor()) {
            int id = (int) world.nextNumber();
            SimulatedRefundRow row = new SimulatedRefundRow(
                    id, SimulatedShopper.token("refund", id), payment, key, part, world.time.now());
            transaction.onCommit.add(() -> tables.put(row));
        }
    }
}
