/** The payment and refund rules, lived through by seed in virtual time: see docs/simulation.md. */
package arcade.till.simulation;
