package arcade.till.simulation;

import arcade.payment.PaymentState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The promises, judged from outside: the gateway's books, the database's tables, and what shoppers were told. Some are judged the
 * moment something happens, the others when a schedule is over and everything has come to rest.
 */
final class SimulatedLaw {
    private final SimulatedTables tables;
    private final Map<String, String> intentOf = new HashMap<>();
    private final Map<String, String> pageOf = new HashMap<>();
    private final Map<String, Long> kept = new HashMap<>();
    private final List<SimulatedOrder> toldPaid = new ArrayList<>();
    private final SimulatedRefundLaw refunds;

    SimulatedLaw(SimulatedTables tables) {
        this.tables = tables;
        this.refunds = new SimulatedRefundLaw(tables);
    }

    /** The row before the call: what acts at the gateway was written down before. */
    void mayArrive(SimulatedRequest request) {
        String key = request.key();
        // Where a page that is done with cannot be closed, its intent is let go in the same attempt, under a key of its
        // own.
        if (key == null || tables.attempts.contains(key.replaceFirst(":intent$", ""))) {
            return;
        }
        boolean begun = key.startsWith("create:") && isBegun(key.substring("create:".length()));
        if (!begun) {
            throw new SimulatedViolation("ROW FIRST", request.name() + " arrives, and no committed attempt names it");
        }
    }

    /** A call acts on the intent of its own payment, whatever the gateway answered before. */
    void mayTouch(SimulatedIntent intent, SimulatedRequest request) {
        if (request.key() != null && !request.key().contains(intent.payment())) {
            throw new SimulatedViolation("A", request.name() + " acts on the intent of payment " + intent.payment());
        }
    }

    private boolean isBegun(String payment) {
        return tables.payments().stream()
                .anyMatch(row -> row.ref.value().equals(payment) && row.state != PaymentState.REQUESTED);
    }

    void made(SimulatedIntent intent) {
        String before = intentOf.putIfAbsent(intent.order(), intent.id);
        if (before != null) {
            throw new SimulatedViolation("A", "order " + intent.order() + " has " + before + " and " + intent.id);
        }
    }

    void made(SimulatedSession page) {
        String before = pageOf.putIfAbsent(page.metadata.get("order"), page.id);
        if (before != null) {
            throw new SimulatedViolation("A", "an order has two pages, " + before + " and " + page.id);
        }
    }

    void moved(SimulatedIntent intent) {
        if (intent.captured == 0) {
            return;
        }
        kept.put(intent.id, intent.captured);
        SimulatedOrder order = orderOf(intent);
        long all = 0;
        for (Map.Entry<String, Long> other : kept.entrySet()) {
            all += other.getKey().equals(intentOf.get(intent.order())) ? other.getValue() : 0;
        }
        if (intent.captures > 1 || all > order.total.minor()) {
            throw new SimulatedViolation("I1", "order " + order.ref + " is charged " + all);
        }
        if (order.state.equals("CANCELLED")) {
            throw new SimulatedViolation("I6", "order " + order.ref + " is charged after its stock was freed");
        }
    }

    void refunded(SimulatedRefund refund) {
        refunds.given(refund);
    }

    /** The fence: whoever writes holds the lease at the moment of the commit. */
    void mayCommit(SimulatedTransaction transaction, SimulatedTables present) {
        boolean wrote = !transaction.written.isEmpty() || !transaction.onCommit.isEmpty();
        if (transaction.token != null && wrote && transaction.token.epoch() != present.epoch) {
            throw new SimulatedViolation(
                    "I7",
                    transaction.token.owner() + " commits under epoch " + transaction.token.epoch() + ", the epoch is "
                            + present.epoch);
        }
    }

    /** The stock is free: no call and no click may bring money for this order any more. */
    void freed(SimulatedOrder order, SimulatedGateway gateway) {
        for (SimulatedIntent intent : gateway.intents()) {
            if (intent.order().equals(order.ref.value()) && (intent.isAlive() || intent.captured > 0)) {
                throw new SimulatedViolation(
                        "I6", "order " + order.ref + " is freed while " + intent.id + " is " + intent.status);
            }
        }
        SimulatedSession page = gateway.session(tables.paymentOf(order.ref).session);
        // A page whose address nobody was ever told is paid by nobody.
        if (page != null && gateway.canBePaid(page)) {
            throw new SimulatedViolation("I6", "order " + order.ref + " is freed while its page is open");
        }
    }

    void toldPaid(SimulatedOrder order) {
        toldPaid.add(order);
    }

    /** Long after the last fault: nothing waits for an answer that it could have had. */
    void atRest(long now, SimulatedGateway gateway) {
        for (SimulatedPayment payment : tables.payments()) {
            boolean waits = payment.isUnknown() || payment.isInFlight();
            if (waits && !isLeftToAHuman(payment, gateway) && now - payment.changedAt > SimulatedTime.MINUTE) {
                throw new SimulatedViolation("I9", "payment " + payment.id + " is still " + payment.state);
            }
        }
    }

    /** It is on the list of breaks, and no rule could have told: the gateway hides the name of what it made, or forgot it. */
    private boolean isLeftToAHuman(SimulatedPayment payment, SimulatedGateway gateway) {
        boolean nameless = payment.intent == null && payment.session == null;
        return tables.breaks.contains(payment.id)
                && nameless
                && (gateway.hidesItsName(payment) || payment.isForgottenAt(gateway.now()));
    }

    void atTheEnd(SimulatedGateway gateway) {
        for (SimulatedPayment payment : tables.payments()) {
            if (!payment.isOver() && !isLeftToAHuman(payment, gateway)) {
                throw new SimulatedViolation("I9", "payment " + payment.id + " ends as " + payment.state);
            }
        }
        for (SimulatedIntent intent : gateway.intents()) {
            settled(intent, gateway);
        }
        for (SimulatedOrder order : tables.orders()) {
            if (order.state.equals("PAID") && !isCharged(order, gateway)) {
                throw new SimulatedViolation("I3", "order " + order.ref + " is PAID and its money is not there");
            }
        }
        for (SimulatedOrder told : toldPaid) {
            if (!told.state.equals("PAID")) {
                throw new SimulatedViolation("I4", "a shopper was told that order " + told.ref + " is paid");
            }
        }
        refunds.atTheEnd();
        new SimulatedRecords(tables).check();
    }

    private void settled(SimulatedIntent intent, SimulatedGateway gateway) {
        SimulatedOrder order = orderOf(intent);
        if (intent.captured > intent.refunded && !order.state.equals("PAID")) {
            throw new SimulatedViolation("I2", intent.id + " is captured and its order is " + order.state);
        }
        if (intent.isHeld() && !isLeftToAHuman(tables.paymentOf(order.ref), gateway)) {
            throw new SimulatedViolation("I2", intent.id + " is still held and its order is " + order.state);
        }
    }

    private static boolean isCharged(SimulatedOrder order, SimulatedGateway gateway) {
        for (SimulatedIntent intent : gateway.intents()) {
            if (intent.order().equals(order.ref.value())
                    && intent.captured == order.total.minor()
                    && intent.currency.equalsIgnoreCase(order.total.currency().getCurrencyCode())) {
                return true;
            }
        }
        return false;
    }

    private SimulatedOrder orderOf(SimulatedIntent intent) {
        return tables.orders().stream()
                .filter(order -> order.ref.value().equals(intent.order()))
                .findFirst()
                .orElseThrow(() -> new SimulatedViolation("I2", intent.id + " belongs to no order"));
    }
}
