/** Staff at a store's own words. */
package arcade.desk.content;
