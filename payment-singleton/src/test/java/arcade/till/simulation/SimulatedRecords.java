package arcade.till.simulation;

import arcade.payment.PaymentState;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The promises that the database's own records must keep: order numbers, stock, the log of transitions. */
final class SimulatedRecords {
    private final SimulatedTables tables;

    SimulatedRecords(SimulatedTables tables) {
        this.tables = tables;
    }

    void check() {
        numbers();
        stock();
        transitions();
    }

    private void numbers() {
        TreeSet<Long> numbers = new TreeSet<>();
        long paid = 0;
        for (SimulatedOrder order : tables.orders()) {
            if (order.number > 0) {
                paid++;
                numbers.add(order.number);
            }
        }
        boolean whole = numbers.size() == paid && (numbers.isEmpty() || numbers.first() == 1 && numbers.last() == paid);
        if (!whole || tables.lastNumber != paid) {
            throw new SimulatedViolation("I5", "the numbers of " + paid + " paid orders are " + numbers);
        }
    }

    private void stock() {
        int sold = 0;
        int reserved = 0;
        for (SimulatedOrder order : tables.orders()) {
            sold += order.state.equals("PAID") ? order.pieces : 0;
            reserved += order.state.equals("PLACED") ? order.pieces : 0;
        }
        boolean whole = tables.onHand + tables.reserved + tables.sold == SimulatedWorld.STOCK;
        if (!whole || sold != tables.sold || reserved != tables.reserved) {
            throw new SimulatedViolation("I6", "pieces on hand " + tables.onHand + ", sold " + tables.sold);
        }
    }

    private void transitions() {
        Map<Long, PaymentState> states = new HashMap<>();
        Map<Long, String> owners = new HashMap<>();
        long epoch = 0;
        for (SimulatedTables.Transition transition : tables.transitions) {
            PaymentState before = states.getOrDefault(transition.payment(), PaymentState.REQUESTED);
            if (before != transition.from() || !before.mayBecome(transition.to())) {
                throw new SimulatedViolation("I10", "after " + before + " the log says " + transition);
            }
            states.put(transition.payment(), transition.to());
            String owner = owners.putIfAbsent(transition.epoch(), transition.owner());
            if (transition.epoch() < epoch || owner != null && !owner.equals(transition.owner())) {
                throw new SimulatedViolation("I7", "after epoch " + epoch + " the log says " + transition);
            }
            epoch = transition.epoch();
        }
        for (SimulatedPayment payment : tables.payments()) {
            if (states.getOrDefault(payment.id, PaymentState.REQUESTED) != payment.state) {
                throw new SimulatedViolation("I10", "payment " + payment.id + " is " + payment.state + ", its log not");
            }
        }
    }
}
