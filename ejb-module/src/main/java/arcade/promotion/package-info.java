/** What comes on top of, or is contained in, a price: shipping rates and taxes by country. */
package arcade.promotion;
