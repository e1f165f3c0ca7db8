/** Orders and money as the back office works on them. */
package arcade.desk.orders;
