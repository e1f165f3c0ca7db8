/**
 * The {@code arcade} command. It knows the shop only from outside: HTTP, SQL, files and processes, never its classes.
 */
package arcade.operations;
