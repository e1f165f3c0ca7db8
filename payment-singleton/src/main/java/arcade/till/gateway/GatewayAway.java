package arcade.till.gateway;

/** The gateway refused, did not answer, or answered what cannot be read: nothing was learned, try later. */
public class GatewayAway extends RuntimeException {
    GatewayAway(String said, Exception cause) {
        super(said, cause);
    }
}
