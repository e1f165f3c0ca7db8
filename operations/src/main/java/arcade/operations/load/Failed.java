package arcade.operations.load;

import java.time.Instant;
import java.util.Set;

/**
 * A request that failed for good.
 *
 * @param at when that was known
 * @param kind as it is counted
 * @param request its method and address
 * @param repeatable sent twice it does what it does once, so the router and the browser may do that unasked
 */
public record Failed(Instant at, String kind, String request, boolean repeatable) {
    private static final Set<String> NO_ANSWER = Set.of("connection", "http_502", "http_503", "http_504");

    /** No answer to a request that only its shopper may send again, as when a node dies that has it. */
    public boolean isForItsShopperToSendAgain() {
        return !repeatable && NO_ANSWER.contains(kind);
    }

    @Override
    public String toString() {
        return at + " " + kind + " " + request;
    }
}
