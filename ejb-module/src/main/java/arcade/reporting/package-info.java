/** Figures of the shop, read where they disturb nobody: from the replica, which shows what was written before they were asked for. */
package arcade.reporting;
