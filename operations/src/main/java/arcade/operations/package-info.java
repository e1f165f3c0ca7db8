/** To be. */
package arcade.operations;
