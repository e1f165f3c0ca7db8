package arcade.sandbox.ledger;

/** The ledger file could not be opened, read or written; the message names the cause and the cure. */
public final class JournalFailure extends RuntimeException {
    public JournalFailure(String message) {
        super(message);
    }

    public JournalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
