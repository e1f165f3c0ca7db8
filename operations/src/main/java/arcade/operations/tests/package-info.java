/**
 * {@code arcade test}: what continuous integration runs.
 */
package arcade.operations.tests;
