/** Pages of buyers, with an account or without, and of their rights to what is held of them. */
package arcade.web.admin.customers;
