package arcade.operations.audit;

import java.util.List;

/**
 * Money held on a shopper's card: authorized, and neither captured nor let go.
 *
 * @param order what the shop told of it; empty when it did not say
 * @param payment likewise
 * @param heldAt the ledger's number of its authorization
 * @param amount in minor units, what is held now
 */
record Hold(String charge, String intent, String order, String payment, long heldAt, long amount, String currency) {

    /** @param movements of one charge, in the ledger's order, without refunds */
    static Hold of(List<Movement> movements) {
        Movement first = movements.get(0);
        long amount = movements.stream()
                .mapToLong(movement -> movement.is(Movement.AUTHORIZED) ? movement.amount() : -movement.amount())
                .sum();
        return new Hold(
                first.charge(), first.intent(), first.order(), first.payment(), first.seq(), amount, first.currency());
    }
}
