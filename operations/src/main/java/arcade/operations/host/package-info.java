/**
 * A host as the command works on it: where its files lie, how files and programs get there.
 */
package arcade.operations.host;
