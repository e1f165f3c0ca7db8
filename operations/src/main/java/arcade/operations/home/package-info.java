/**
 * What the command remembers of a cluster between two calls: its folder, its machines, its secrets, its lock.
 */
package arcade.operations.home;
