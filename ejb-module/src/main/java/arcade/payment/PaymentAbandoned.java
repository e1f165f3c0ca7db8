package arcade.payment;

import arcade.shared.Token;

/**
 * No money will come for this order: fired synchronously inside the till's transaction, on {@code jdbc/arcade-till},
 * after the gateway can no longer take any. What an observer throws rolls the change back.
 */
public record PaymentAbandoned(Token paymentRef, Token orderRef, long storeId) {}
