/** A store's own words, as shoppers read them. */
package arcade.web.content;
