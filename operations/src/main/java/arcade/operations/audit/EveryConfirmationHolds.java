package arcade.operations.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** I4. What a client was told is a duty: only an {@code ok} makes one. One checkout key has one order. */
final class EveryConfirmationHolds implements Invariant {
    @Override
    public String code() {
        return "I4";
    }

    @Override
    public String rule() {
        return "every order a client was promised exists, with those lines and that total";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        if (evidence.clients().isEmpty()) {
            findings.skip();
            return;
        }
        Map<String, Shop.Order> orders = evidence.shop().ordersByRef();
        Map<String, Set<String>> lines = linesByOrder(evidence.shop());
        Map<String, String> orderOfKey = new HashMap<>();
        for (ClientRecord told : evidence.clients().get()) {
            if (told.ok() && told.orderRef() != null) {
                findings.checked();
                checkOrder(told, orders.get(told.orderRef()), lines, findings);
                String first =
                        told.checkoutKey() == null ? null : orderOfKey.putIfAbsent(told.checkoutKey(), told.orderRef());
                findings.require(
                        first == null || first.equals(told.orderRef()),
                        "one checkout key, two orders: " + first + " and " + told.orderRef(),
                        told);
            }
        }
    }

    private static void checkOrder(
            ClientRecord told, Shop.Order order, Map<String, Set<String>> lines, Findings findings) {
        if (order == null) {
            findings.broken("promised, but lost: order " + told.orderRef(), told);
            return;
        }
        findings.require(
                told.totalMinor() == null || told.totalMinor() == order.totalMinor(),
                "the client was told another total of order " + order.ref(),
                told);
        findings.require(
                told.currency() == null || told.currency().equals(order.currency()),
                "the client was told another currency of order " + order.ref(),
                told);
        findings.require(
                told.lines() == null || linesTold(told).equals(lines.getOrDefault(order.ref(), Set.of())),
                "the client was told other lines of order " + order.ref(),
                told);
        findings.require(
                !"PAID".equals(told.state()) || order.paid() && order.number().equals(told.number()),
                "told paid as number " + told.number() + ", is " + order.state() + " " + order.number() + ": order "
                        + order.ref(),
                told);
    }

    private static Map<String, Set<String>> linesByOrder(Shop shop) {
        return shop.lines().stream()
                .collect(Collectors.groupingBy(
                        Shop.Line::orderRef,
                        Collectors.mapping(
                                line -> line.sku() + " " + line.quantity() + " " + line.unitMinor(),
                                Collectors.toCollection(TreeSet::new))));
    }

    private static Set<String> linesTold(ClientRecord told) {
        List<ClientRecord.Line> lines = told.lines();
        return lines.stream()
                .map(line -> line.sku() + " " + line.quantity() + " " + line.unitMinor())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
