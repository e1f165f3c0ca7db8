/**
 * Proofs: the promises of the till held against a running cluster that is broken on purpose. What breaks the cluster here
 * shares no code with the shop, and neither does what judges it.
 */
package arcade.operations.prove;
