/**
 * Mail of the shop to its customers. A mail is a row in the transaction of what it tells, and is sent after that by nodes with the
 * role {@code jobs}.
 */
package arcade.mail;
