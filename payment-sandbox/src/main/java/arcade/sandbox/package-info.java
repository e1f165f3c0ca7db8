/** To be. */
package arcade.sandbox;
