/**
 * What a store sells. Pages read immutable records shaped for them, cached per node by the catalogue revision; a
 * product is written as a whole by {@code arcade.catalog.importing}.
 */
package arcade.catalog;
