/**
 * The sandbox gateway's process.
 */
package arcade.operations.gateway;
