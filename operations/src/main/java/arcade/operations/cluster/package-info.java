/**
 * The commands that start, show, break and stop a cluster.
 */
package arcade.operations.cluster;
