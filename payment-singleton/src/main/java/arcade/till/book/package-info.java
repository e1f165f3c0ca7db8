/**
 * What the till writes: payments, refunds, attempts, transitions and breaks, always behind the fence of the lease.
 * The only place where a transaction of the till begins and ends around them.
 */
package arcade.till.book;
