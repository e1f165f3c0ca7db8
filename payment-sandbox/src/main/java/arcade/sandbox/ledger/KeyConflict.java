package arcade.sandbox.ledger;

/** An idempotency key that cannot be used for this request. */
public final class KeyConflict extends RuntimeException {
    /** Why not. */
    public enum Reason {
        IN_USE,
        OTHER_REQUEST
    }

    private final Reason reason;

    KeyConflict(Reason reason, String key) {
        super("idempotency key " + key + ": " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
