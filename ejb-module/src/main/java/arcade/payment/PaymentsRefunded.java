package arcade.payment;

import arcade.shared.Money;
import arcade.shared.Token;
import java.util.List;

/**
 * Fired synchronously inside the till's transaction, on the data source {@code jdbc/arcade-till}: what an observer
 * writes there is committed with the refunds or not at all; what it throws rolls them back.
 */
public record PaymentsRefunded(List<Refunded> refunds) {

    /**
     * One refund whose money the gateway gave back, or got back.
     *
     * @param returned the shopper's bank sent it back, so that it is the shop's again
     */
    public record Refunded(Token refundRef, Token orderRef, long storeId, Money amount, boolean returned) {}

    public PaymentsRefunded {
        refunds = List.copyOf(refunds);
    }
}
