/**
 * What a node's JDBC driver finds its database by. These classes lie in a jar of their own beside the driver, on the nodes'
 * class path, and use nothing but the Java platform.
 */
package arcade.operations.route;
