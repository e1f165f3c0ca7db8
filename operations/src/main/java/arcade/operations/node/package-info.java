/**
 * A node's process: the release's WAR on an exploded Payara Micro.
 */
package arcade.operations.node;
