/**
 * The auditor: what the gateway did, what the shop wrote and what clients were told, held against each other. It shares
 * no code with the shop, so that a mistake there cannot hide here.
 */
package arcade.operations.audit;
