/**
 * The drop folder: a release that is put there is deployed.
 */
package arcade.operations.drop;
