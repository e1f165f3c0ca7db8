/** Test cards and what they do; no card number is ever kept. */
package arcade.sandbox.card;
