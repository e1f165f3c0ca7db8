/**
 * The till: the one active payment processor of the cluster. It reads the payments that the shop requested, speaks with the card
 * gateway, and is the only writer of what became of them. Who is the till is decided by a lease in the database; every
 * transaction here passes that lease's fence. The order of each step (commit the intention, send, commit the outcome) is the
 * design: a machine may die between any two of them and nothing is paid twice or lost.
 *
 * <p>Here is what begins and ends with a node: {@link arcade.till.TillKeeper} takes part in the election and gives the work to the one
 * that holds the lease. What it does is in the packages below.
 */
package arcade.till;
