/** Pages of products, prices and stock. */
package arcade.web.admin.goods;
