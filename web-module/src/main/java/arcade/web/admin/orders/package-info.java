/** Pages of orders and payments. */
package arcade.web.admin.orders;
