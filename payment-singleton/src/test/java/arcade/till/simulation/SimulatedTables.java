package arcade.till.simulation;

import arcade.payment.PaymentState;
import arcade.shared.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is committed, and a lock for each row that matters. */
final class SimulatedTables {
    /** A row of {@code payment_transition}. */
    record Transition(long payment, PaymentState from, PaymentState to, long epoch, String owner) {}

    final SimulatedLock leaseLock = new SimulatedLock();
    final SimulatedLock beatLock = new SimulatedLock();
    final SimulatedLock counterLock = new SimulatedLock();
    final List<Transition> transitions = new ArrayList<>();
    final Set<String> changes = new HashSet<>();
    /** The keys of {@code payment_attempt}. */
    final Set<String> attempts = new HashSet<>();

    /** The payments with an open row in {@code payment_break}: a human must look. */
    final Set<Long> breaks = new HashSet<>();

    private final Map<Long, SimulatedPayment> payments = new LinkedHashMap<>();
    private final Map<Token, SimulatedOrder> orders = new LinkedHashMap<>();
    /** The refunds at which a human must look. */
    final Set<Long> refundBreaks = new HashSet<>();

    private final Map<Long, SimulatedRefundRow> refunds = new LinkedHashMap<>();
    private final Map<Long, SimulatedLock> refundLocks = new HashMap<>();
    private final Map<Long, SimulatedLock> paymentLocks = new HashMap<>();
    long epoch;
    String owner;
    long leaseExpires;
    long lastNumber;
    int onHand;
    int reserved;
    int sold;

    void place(SimulatedOrder order, SimulatedPayment payment) {
        orders.put(order.ref, order);
        payments.put(payment.id, payment);
        paymentLocks.put(payment.id, new SimulatedLock());
        onHand -= order.pieces;
        reserved += order.pieces;
    }

    void put(Collection<SimulatedPayment> written) {
        written.forEach(payment -> payments.put(payment.id, payment));
    }

    SimulatedPayment payment(long id) {
        return payments.get(id);
    }

    Collection<SimulatedPayment> payments() {
        return payments.values();
    }

    SimulatedPayment paymentOf(Token order) {
        return payments.values().stream()
                .filter(payment -> payment.order.equals(order))
                .findFirst()
                .orElseThrow();
    }

    void put(SimulatedRefundRow refund) {
        refunds.put(refund.id, refund);
        refundLocks.computeIfAbsent(refund.id, id -> new SimulatedLock());
    }

    SimulatedRefundRow refund(long id) {
        return refunds.get(id);
    }

    Collection<SimulatedRefundRow> refunds() {
        return refunds.values();
    }

    SimulatedLock refundLock(long refund) {
        return refundLocks.get(refund);
    }

    List<SimulatedRefundRow> refundsDue(long now) {
        return refunds.values().stream()
                .filter(refund -> refund.dueAt <= now)
                .sorted(Comparator.<SimulatedRefundRow>comparingLong(refund -> refund.dueAt)
                        .thenComparingLong(refund -> refund.id))
                .toList();
    }

    long nextRefundDue() {
        long next = SimulatedPayment.NEVER;
        for (SimulatedRefundRow refund : refunds.values()) {
            next = Math.min(next, refund.dueAt);
        }
        return next;
    }

    SimulatedOrder order(Token ref) {
        return orders.get(ref);
    }

    Collection<SimulatedOrder> orders() {
        return orders.values();
    }

    SimulatedLock lock(long payment) {
        return paymentLocks.get(payment);
    }

    boolean isAnyDue(long now) {
        for (SimulatedPayment payment : payments.values()) {
            if (payment.dueAt <= now) {
                return true;
            }
        }
        return false;
    }

    long nextDue() {
        long next = nextRefundDue();
        for (SimulatedPayment payment : payments.values()) {
            next = Math.min(next, payment.dueAt);
        }
        return next;
    }

    /** Oldest first. */
    List<SimulatedPayment> due(long now) {
        return payments.values().stream()
                .filter(payment -> payment.dueAt <= now)
                .sorted(Comparator.<SimulatedPayment>comparingLong(payment -> payment.dueAt)
                        .thenComparingLong(payment -> payment.id))
                .toList();
    }

    boolean areAllOver() {
        return payments.values().stream().allMatch(SimulatedPayment::isOver)
                && refunds.values().stream().allMatch(SimulatedRefundRow::isOver);
    }
}
