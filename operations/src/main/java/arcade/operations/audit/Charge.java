package arcade.operations.audit;

import java.util.List;

/**
 * Money taken once: its capture and what was given back of it.
 *
 * @param capturedAt the ledger's number of its first capture
 * @param captured in minor units
 * @param refunded in minor units
 */
record Charge(String id, String intent, String order, long capturedAt, long captured, long refunded, String currency) {

    /** @param movements of one charge, in the ledger's order; one of them a capture */
    static Charge of(List<Movement> movements) {
        Movement capture = movements.stream()
                .filter(movement -> movement.is(Movement.CAPTURED))
                .findFirst()
                .orElseThrow();
        return new Charge(
                capture.charge(),
                capture.intent(),
                capture.order(),
                capture.seq(),
                sum(movements, Movement.CAPTURED),
                sum(movements, Movement.REFUNDED),
                capture.currency());
    }

    long kept() {
        return captured - refunded;
    }

    private static long sum(List<Movement> movements, String type) {
        return movements.stream()
                .filter(movement -> movement.is(type))
                .mapToLong(Movement::amount)
                .sum();
    }
}
