/** Catalogues on their way into the shop: product files, their pictures, the demonstration. */
package arcade.operations.catalogue;
