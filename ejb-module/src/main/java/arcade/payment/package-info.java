/**
 * What is owed for an order and how far the gateway got with it. Knows no Order, only its reference. The shop's nodes
 * write a payment once, as REQUESTED; every later state is written by the till alone.
 */
package arcade.payment;
