/**
 * Both books, ours and the gateway\x27s, held against each other: the breaks that are found and the cures that need
 * no human.
 */
package arcade.till.reconcile;
