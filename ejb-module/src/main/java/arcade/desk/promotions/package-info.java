/** The desk of those who keep price rules: find, change, stop and try them. */
package arcade.desk.promotions;
