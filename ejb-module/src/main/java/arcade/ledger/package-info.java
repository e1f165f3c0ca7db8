/** Double-entry bookkeeping: every movement of money is an entry whose postings sum to zero. */
package arcade.ledger;
