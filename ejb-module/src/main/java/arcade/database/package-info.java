/** Plain SQL on the shop's data source, for what is read or written as sets of rows. Knows no business words. */
package arcade.database;
