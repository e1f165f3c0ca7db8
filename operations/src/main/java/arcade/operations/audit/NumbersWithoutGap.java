package arcade.operations.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** I5. Per store the numbers are exactly 1 … N: each row is held against the place it has in the order of numbers. */
final class NumbersWithoutGap implements Invariant {
    @Override
    public String code() {
        return "I5";
    }

    @Override
    public String rule() {
        return "order numbers of a store are 1, 2, 3 … without gap or double";
    }

    @Override
    public void check(Evidence evidence, Findings findings) {
        Map<String, List<Shop.Order>> byStore = evidence.shop().orders().stream()
                .collect(Collectors.groupingBy(Shop.Order::store, TreeMap::new, Collectors.toList()));
        byStore.values().forEach(orders -> checkStore(orders, findings));
    }

    private static void checkStore(List<Shop.Order> orders, Findings findings) {
        long expected = 1;
        for (Shop.Order order : numbered(orders)) {
            findings.checked();
            long number = order.number();
            findings.require(number >= expected, "number " + number + " is given twice in " + order.store(), order);
            findings.require(
                    number <= expected,
                    "numbers " + expected + " to " + (number - 1) + " are missing in " + order.store(),
                    order);
            expected = Math.max(expected, number + 1);
        }
        for (Shop.Order order : orders) {
            findings.require(!order.paid() || order.number() != null, "paid without a number: " + order.ref(), order);
        }
    }

    private static List<Shop.Order> numbered(List<Shop.Order> orders) {
        return orders.stream()
                .filter(order -> order.number() != null)
                .sorted(Comparator.comparing(Shop.Order::number))
                .toList();
    }
}
