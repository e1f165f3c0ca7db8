/** To be. */
package arcade.till;
