/** Checkout sessions and the pages on which a shopper pays. */
package arcade.sandbox.checkout;
