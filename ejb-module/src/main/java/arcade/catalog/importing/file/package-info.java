/** Shopify's product CSV: from a file to checked drafts of products, row by row, nothing held but one product. */
package arcade.catalog.importing.file;
