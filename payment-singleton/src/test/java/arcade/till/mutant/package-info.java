/**
 * Deliberate bugs, put into the shop's own sources one at a time, to see that a named test notices. See docs/mutants.md.
 */
package arcade.till.mutant;
