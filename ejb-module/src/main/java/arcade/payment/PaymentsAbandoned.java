package arcade.payment;

import arcade.shared.Token;
import java.util.List;

/**
 * No money will come for these orders: fired synchronously inside the till's transaction, on {@code jdbc/arcade-till},
 * after the gateway can no longer take any. What an observer throws rolls the changes back.
 */
public record PaymentsAbandoned(List<Abandoned> payments) {

    /** One payment that ended without money. */
    public record Abandoned(Token paymentRef, Token orderRef, long storeId) {}

    public PaymentsAbandoned {
        payments = List.copyOf(payments);
    }
}
