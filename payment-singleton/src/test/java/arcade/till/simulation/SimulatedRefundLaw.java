package arcade.till.simulation;

import arcade.payment.RefundState;
import java.util.HashSet;
import java.util.Set;

/** Promise F: never more is given back than was taken, and each refund that was asked for once. */
final class SimulatedRefundLaw {
    private final SimulatedTables tables;
    private final Set<String> given = new HashSet<>();

    SimulatedRefundLaw(SimulatedTables tables) {
        this.tables = tables;
    }

    void given(SimulatedRefund refund) {
        if (refund.intent().refunded > refund.intent().captured) {
            throw new SimulatedViolation("F", refund.intent().id + " gave back more than was taken");
        }
        String ref = String.valueOf(refund.metadata().get("refund"));
        if (!given.add(ref)) {
            throw new SimulatedViolation("F", "refund " + ref + " is given twice, now as " + refund.id());
        }
    }

    void atTheEnd() {
        Set<String> clicks = new HashSet<>();
        for (SimulatedRefundRow refund : tables.refunds()) {
            if (!refund.isOver() && !tables.refundBreaks.contains(refund.id)) {
                throw new SimulatedViolation("I9", "refund " + refund.id + " ends as " + refund.state);
            }
            boolean isGiven = given.contains(refund.ref.value());
            if (refund.isOver() && isGiven != (refund.state == RefundState.REFUNDED)) {
                throw new SimulatedViolation(
                        "F", "refund " + refund.id + " is " + refund.state + ", given back: " + isGiven);
            }
            if (!clicks.add(refund.payment + " " + refund.requestKey)) {
                throw new SimulatedViolation("F", "one click made two refunds: " + refund.requestKey);
            }
        }
    }
}
