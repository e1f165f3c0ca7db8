/** The rules of a refund, in the same manner as those of a payment. */
package arcade.till.refund;
