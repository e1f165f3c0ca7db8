package arcade.operations.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A shop, its gateway and its clients that agree with each other, until a test changes a row. */
final class Scene {
    static final String MUG = "MUG";
    static final long PRICE = 1200;

    final List<Movement> movements = new ArrayList<>();
    final List<Shop.Order> orders = new ArrayList<>();
    final List<Shop.Line> lines = new ArrayList<>();
    final List<Shop.Payment> payments = new ArrayList<>();
    final List<Shop.Transition> transitions = new ArrayList<>();
    final List<Shop.Stock> stock = new ArrayList<>();
    final List<Shop.Posting> postings = new ArrayList<>();
    final List<Shop.Refund> refunds = new ArrayList<>();
    final List<Shop.RefundTransition> refundTransitions = new ArrayList<>();
    final List<Shop.Break> breaks = new ArrayList<>();
    final List<Shop.Total> totals = new ArrayList<>();
    final List<Shop.Uses> uses = new ArrayList<>();
    final List<ClientRecord> told = new ArrayList<>();
    final Set<String> unsettled = new HashSet<>();
    boolean recorded = true;
    long beforeShop = Long.MAX_VALUE;

    /** Ten mugs; orders o1 and o2 are paid, o3 waits for its shopper. */
    static Scene agreeing() {
        Scene scene = new Scene();
        scene.stock.add(new Shop.Stock("arcade", MUG, 10, 7, 1, 2));
        scene.paid("o1", 1);
        scene.paid("o2", 2);
        scene.order("o3", null, "PLACED", "REQUIRES_ACTION", 0);
        scene.step("p-o3", "REQUESTED", "AUTHORIZING", "AUTHORIZING", "REQUIRES_ACTION");
        return scene;
    }

    private void paid(String ref, long number) {
        order(ref, number, "PAID", "CAPTURED", PRICE);
        step(
                "p-" + ref,
                "REQUESTED",
                "AUTHORIZING",
                "AUTHORIZING",
                "AUTHORIZED",
                "AUTHORIZED",
                "CAPTURING",
                "CAPTURING",
                "CAPTURED");
        moved("authorized", ref, PRICE);
        moved("captured", ref, PRICE);
        postings.add(new Shop.Posting("capture:p-" + ref, "gateway", ref, PRICE, "EUR"));
        postings.add(new Shop.Posting("capture:p-" + ref, "sales", ref, -PRICE, "EUR"));
        told.add(toldPaid(ref, number));
    }

    private void order(String ref, Long number, String state, String paymentState, long captured) {
        orders.add(new Shop.Order("arcade", ref, number, state, PRICE, "EUR", "p-" + ref, "pi-" + ref));
        lines.add(new Shop.Line(ref, MUG, 1, PRICE, true));
        totals.add(new Shop.Total(ref, PRICE, 0, 0, PRICE, PRICE, 0, 0));
        payments.add(new Shop.Payment("p-" + ref, ref, paymentState, PRICE, "EUR", "pi-" + ref, captured, 0));
    }

    void step(String payment, String... fromTo) {
        for (int i = 0; i < fromTo.length; i += 2) {
            transitions.add(
                    new Shop.Transition(transitions.size() + 1, payment, fromTo[i], fromTo[i + 1], 1, "node1/a"));
        }
    }

    void moved(String type, String order, long amount) {
        moved(type, order, "ch-" + order, amount);
    }

    void moved(String type, String order, String charge, long amount) {
        movements.add(new Movement(
                movements.size() + 1,
                "",
                type,
                "pi-" + order,
                charge,
                amount,
                "eur",
                Map.of("order", order, "payment", "p-" + order),
                type + ":p-" + order));
    }

    /** The gateway gave money back under a key. */
    void gaveBack(String order, long amount, String key) {
        movements.add(new Movement(
                movements.size() + 1,
                "",
                Movement.REFUNDED,
                "pi-" + order,
                "ch-" + order,
                amount,
                "eur",
                Map.of("order", order, "payment", "p-" + order),
                key));
    }

    /** A refund that both sides agree on. */
    void refunded(String ref, String order, long amount) {
        refund(ref, order, "REFUNDED", amount);
        refundStep(ref, 1, "REQUESTED", "REFUNDING", "REFUNDING", "REFUNDED");
        payments.replaceAll(payment -> payment.orderRef().equals(order)
                ? new Shop.Payment(
                        payment.ref(),
                        order,
                        payment.state(),
                        PRICE,
                        "EUR",
                        payment.intent(),
                        payment.capturedMinor(),
                        payment.refundedMinor() + amount)
                : payment);
        gaveBack(order, amount, "refund:" + ref);
        postings.add(new Shop.Posting("refund:" + ref, "refunds", order, amount, "EUR"));
        postings.add(new Shop.Posting("refund:" + ref, "gateway", order, -amount, "EUR"));
    }

    void refund(String ref, String order, String state, long amount) {
        refunds.add(new Shop.Refund(ref, "p-" + order, order, state, amount, "EUR"));
    }

    void refundStep(String refund, long epoch, String... fromTo) {
        for (int i = 0; i < fromTo.length; i += 2) {
            refundTransitions.add(new Shop.RefundTransition(
                    refundTransitions.size() + 1, refund, fromTo[i], fromTo[i + 1], epoch, "node" + epoch + "/a"));
        }
    }

    /** The payment of o3, which waits for its shopper, and its order as they are instead. */
    void third(String paymentState, String orderState) {
        payments.replaceAll(payment -> payment.ref().equals("p-o3")
                ? new Shop.Payment("p-o3", "o3", paymentState, PRICE, "EUR", "pi-o3", 0, 0)
                : payment);
        orders.replaceAll(order -> order.ref().equals("o3")
                ? new Shop.Order("arcade", "o3", null, orderState, PRICE, "EUR", "p-o3", "pi-o3")
                : order);
    }

    static ClientRecord toldPaid(String ref, long number) {
        return new ClientRecord(
                "ok",
                "pay",
                "key-" + ref,
                ref,
                number,
                "PAID",
                PRICE,
                "EUR",
                List.of(new ClientRecord.Line(MUG, 1, PRICE)));
    }

    Evidence evidence() {
        Shop shop = new Shop(
                orders,
                lines,
                payments,
                transitions,
                stock,
                postings,
                refunds,
                refundTransitions,
                breaks,
                totals,
                uses);
        return new Evidence(
                shop, new Ledger(movements), beforeShop, recorded ? Optional.of(told) : Optional.empty(), unsettled);
    }

    /** The codes of the invariants that are broken. */
    Set<String> broken() {
        Set<String> codes = new TreeSet<>();
        for (Invariant invariant : Invariant.ALL) {
            if (violationsOf(invariant) > 0) {
                codes.add(invariant.code());
            }
        }
        return codes;
    }

    /** How many rows break this invariant. */
    int violationsOf(Invariant invariant) {
        Findings findings = new Findings();
        invariant.check(evidence(), findings);
        return findings.violations();
    }
}
