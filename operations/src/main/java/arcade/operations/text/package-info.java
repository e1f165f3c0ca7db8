/** How the command lays out what it prints. */
package arcade.operations.text;
