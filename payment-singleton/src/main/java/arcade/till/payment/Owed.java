package arcade.till.payment;

import arcade.payment.PaymentMethod;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.trace.Trace;
import java.util.Optional;

/**
 * What of a payment never changes: what is owed, for which order, and how it is to be paid.
 *
 * @param returnOrigin where the shopper comes back to from the gateway's pages: scheme, host and port
 * @param trace of the request that asked last; this alone may change
 */
public record Owed(
        Token ref,
        Token orderRef,
        long storeId,
        String storeCode,
        Money amount,
        PaymentMethod.Kind method,
        String returnOrigin,
        Optional<Trace> trace) {}
