/** The house as a whole: what needs a hand today, shops, reports, nodes. */
package arcade.desk.house;
