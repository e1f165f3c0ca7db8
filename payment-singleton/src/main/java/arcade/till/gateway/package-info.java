/**
 * What is said to the card gateway and how its answers are read. What cannot be read is unknown, what speaks of
 * something else is foreign; neither is ever a no.
 */
package arcade.till.gateway;
