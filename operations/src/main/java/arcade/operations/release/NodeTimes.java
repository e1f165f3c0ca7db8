package arcade.operations.release;

/**
 * What a node's way to another release took, in seconds.
 *
 * @param drain from the first word to the router until nothing was in flight
 * @param emptied whether nothing was in flight when it was stopped
 * @param stop from then until its process had ended
 * @param start from then until it was ready and said its release
 * @param warmUp from then until it was warm
 * @param whole with the watch after it
 */
public record NodeTimes(
        String node, double drain, boolean emptied, double stop, double start, double warmUp, double whole) {}
