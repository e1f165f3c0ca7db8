/** Imports of products that were done at the desk: what was before each of them is kept for a time, and taking one back brings it back. */
package arcade.desk.catalogue;
