package arcade.operations.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the gateway did with money: every movement, in order. */
record Ledger(List<Movement> movements) {

    /** The number of the last movement; 0 while nothing moved. */
    long lastSeq() {
        return movements.stream().mapToLong(Movement::seq).max().orElse(0);
    }

    /** Every charge that was captured, in the order of the captures. */
    List<Charge> charges() {
        Map<String, List<Movement>> byCharge = movements.stream()
                .filter(movement -> movement.is(Movement.CAPTURED) || movement.is(Movement.REFUNDED))
                .collect(Collectors.groupingBy(Movement::charge, LinkedHashMap::new, Collectors.toList()));
        return byCharge.values().stream()
                .filter(ofOne -> ofOne.stream().anyMatch(movement -> movement.is(Movement.CAPTURED)))
                .map(Charge::of)
                .toList();
    }
}
