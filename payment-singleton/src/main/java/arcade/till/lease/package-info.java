/**
 * Which node is the till, and for how long it may act: the lease in the database, the clustered desk that tells of
 * it, and the tenure that a till counts by its own clock.
 */
package arcade.till.lease;
