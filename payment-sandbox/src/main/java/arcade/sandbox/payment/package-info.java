/** Payment intents, their charges and refunds: where money is authorized, captured, voided and refunded. */
package arcade.sandbox.payment;
