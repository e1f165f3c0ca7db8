/** Products, prices and stock as the back office works on them. */
package arcade.desk.goods;
