package arcade.operations.prove;

import java.time.Instant;

/**
 * The end of a node.
 *
 * @param how the failpoint it died at, or how it was killed
 * @param at the last moment it was certainly alive
 * @param heldTill whether it was the till
 * @param epoch the till's epoch at that moment
 * @param seq the number of the last step of a payment at that moment
 */
record Crash(String node, String how, Instant at, boolean heldTill, long epoch, long seq) {}
