/** Buyers as the back office sees them, with an account or without, and their rights to what is held of them. */
package arcade.desk.customers;
