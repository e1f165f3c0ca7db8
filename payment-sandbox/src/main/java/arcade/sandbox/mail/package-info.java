/** A mail server that keeps what it is given and shows it: in a demonstration and in tests no mail reaches anybody. */
package arcade.sandbox.mail;
