/**
 * Cuts between one node and the others, the database or the gateway, one way or both, by the kernel's packet filter.
 */
package arcade.operations.network;
