/**
 * How many pieces there are: on hand, reserved for placed orders, sold. Changes only by conditional updates whose row
 * count is checked.
 */
package arcade.stock;
