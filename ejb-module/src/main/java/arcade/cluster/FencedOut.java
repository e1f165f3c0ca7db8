package arcade.cluster;

/**
 * The lease was taken by another node: what this transaction wrote is rolled back, and the node stops acting under the
 * lease.
 */
public class FencedOut extends RuntimeException {
    public FencedOut(FencingToken token) {
        super("lease '" + token.lease() + "' is no longer ours: epoch " + token.epoch() + ", owner " + token.owner());
    }
}
