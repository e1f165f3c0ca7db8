/** What is held of one person, table by table: what is read for him, and what becomes of it when he is to be forgotten. */
package arcade.customer.held;
