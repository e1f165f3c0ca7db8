/** What a price becomes: promotions, coupons, and shipping rates and taxes by country. Pure values, and the tables they are kept in. */
package arcade.promotion;
