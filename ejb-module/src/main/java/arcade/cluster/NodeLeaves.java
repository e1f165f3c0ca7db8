package arcade.cluster;

/**
 * This node was asked to stop: what only it holds is to be handed over now, and who waits is to be answered. It still serves
 * meanwhile. Observers return soon; more than one may be told.
 */
public record NodeLeaves() {}
