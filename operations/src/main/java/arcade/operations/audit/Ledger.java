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

    /** Every movement that gave money back, in order. */
    List<Movement> refunds() {
        return movements.stream()
                .filter(movement -> movement.is(Movement.REFUNDED))
                .toList();
    }

    /** What is held at the gateway now: authorized, and neither captured nor let go. */
    List<Hold> holds() {
        Map<String, List<Movement>> byCharge = movements.stream()
                .filter(movement -> !movement.is(Movement.REFUNDED))
                .collect(Collectors.groupingBy(Movement::charge, LinkedHashMap::new, Collectors.toList()));
        return byCharge.values().stream()
                .map(Hold::of)
                .filter(hold -> hold.amount() > 0)
                .toList();
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
