/**
 * The router's process: HAProxy before the nodes.
 */
package arcade.operations.router;
