/**
 * Two databases that are one: the replica, how it is filled and followed, and how it becomes the primary. The order of steps
 * here is what "no acknowledged order is lost" rests on; docs/decisions/013 says why it is this one.
 */
package arcade.operations.replication;
