package arcade.sandbox.ledger;

/**
 * Who asks for a change.
 *
 * @param id the value of the answer's Request-Id
 * @param idempotencyKey null without one
 * @param fingerprint of method, path and parameters; null without a key
 */
public record Request(String id, String idempotencyKey, String fingerprint) {
    /** A change that no API client asked for: the hosted page or the clock. */
    public static Request internal(String id) {
        return new Request(id, null, null);
    }

    public boolean isKeyed() {
        return idempotencyKey != null;
    }
}
