/** The gateway's memory: resources kept in order, changed by one transaction at a time, on disk before they are told. */
package arcade.sandbox.ledger;
