/** To be. */
package arcade.shared;
