/**
 * Customers' accounts: signing up and in, the cart that follows, addresses, own orders, a forgotten password, and the rights to see and to
 * erase what is held. Nobody needs an account to buy.
 */
package arcade.customer;
