package arcade.operations.load;

import java.time.Instant;

/**
 * A request that failed for good.
 *
 * @param at when that was known
 * @param kind as it is counted
 * @param request its method and address
 */
public record Failed(Instant at, String kind, String request) {
    @Override
    public String toString() {
        return at + " " + kind + " " + request;
    }
}
