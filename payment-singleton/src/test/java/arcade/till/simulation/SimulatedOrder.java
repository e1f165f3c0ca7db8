package arcade.till.simulation;

import arcade.shared.Money;
import arcade.shared.Token;

/** A row of an order, as committed. */
final class SimulatedOrder {
    final Token ref;
    final Money total;
    final int pieces;
    String state = "PLACED";
    long number;
    long paidAt;

    SimulatedOrder(Token ref, Money total, int pieces) {
        this.ref = ref;
        this.total = total;
        this.pieces = pieces;
    }
}
