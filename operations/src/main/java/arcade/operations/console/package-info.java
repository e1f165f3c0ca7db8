/**
 * Payara's admin console: a domain of Payara Server that is a member of the grid and holds nothing of the shop.
 */
package arcade.operations.console;
