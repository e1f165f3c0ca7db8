/** Who this node is, and the lease that makes one node of the cluster the till. Knows no business words. */
package arcade.cluster;
