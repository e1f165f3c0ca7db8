package arcade.payment;

import arcade.shared.Money;
import arcade.shared.Token;
import java.util.List;

/**
 * Fired synchronously inside the till's transaction, on the data source {@code jdbc/arcade-till}: what an observer
 * writes there is committed with the captures or not at all; what it throws rolls them back. Sorted by store.
 */
public record PaymentsCaptured(List<Captured> captures) {

    /** One payment whose money is ours now. */
    public record Captured(Token paymentRef, Token orderRef, long storeId, Money amount) {}

    public PaymentsCaptured {
        captures = List.copyOf(captures);
    }
}
