/** Finds products by words and by what they are, with counts of what would be found. It knows no database: it is given products and gives back their ids. */
package arcade.catalog.search;
