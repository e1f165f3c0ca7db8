package arcade.payment;

import arcade.shared.Token;

/** Fired in the transaction that places an order: its payment is asked for, if that is committed. */
public record PaymentAsked(Token paymentRef) {}
