/** A store's own words: its terms, who it is, how it delivers. Kept by staff, shown at the foot of every page of the shop. */
package arcade.content;
