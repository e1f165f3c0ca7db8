/**
 * Releases that are rolled out while shoppers shop: deploy, rollback, restart.
 */
package arcade.operations.release;
