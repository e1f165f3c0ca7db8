/**
 * Anonymous carts: rows in the database, known to the shopper by a token, priced anew from the catalogue at each look.
 */
package arcade.cart;
