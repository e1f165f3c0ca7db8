/** Where the card gateway calls us. */
package arcade.web.gateway;
