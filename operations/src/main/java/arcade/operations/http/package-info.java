/**
 * HTTP calls from the command to a node, past the router.
 */
package arcade.operations.http;
