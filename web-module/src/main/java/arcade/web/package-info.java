/** To be. */
package arcade.web;
