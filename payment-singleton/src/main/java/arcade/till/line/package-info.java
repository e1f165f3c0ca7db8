/**
 * The till at work: what is due is begun, sent on one of so many lines at a time, and its outcome recorded, payments
 * and refunds each on their own.
 */
package arcade.till.line;
