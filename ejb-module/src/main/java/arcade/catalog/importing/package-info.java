/** Brings Shopify's product CSV with its pictures into a store's catalogue. The rules are in docs/import.md. */
package arcade.catalog.importing;
