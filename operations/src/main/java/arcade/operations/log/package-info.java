/** What a node's log looks like. On the nodes' class path, beside the driver: the server logs before there is an application. */
package arcade.operations.log;
