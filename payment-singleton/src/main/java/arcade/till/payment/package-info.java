/**
 * The rules of a payment: what is done next, and what it becomes by each answer or by none. Pure: no database, no
 * gateway, no clock but the one it is given.
 */
package arcade.till.payment;
