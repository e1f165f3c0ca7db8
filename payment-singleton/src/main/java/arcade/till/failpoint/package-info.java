/**
 * Named places where a node can be told to die, for proofs. Nothing without its configuration key, refused in
 * production.
 */
package arcade.till.failpoint;
