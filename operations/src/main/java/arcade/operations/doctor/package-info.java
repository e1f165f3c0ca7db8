/**
 * {@code arcade doctor}: what is wrong with this machine or this cluster, and what to do about it.
 */
package arcade.operations.doctor;
