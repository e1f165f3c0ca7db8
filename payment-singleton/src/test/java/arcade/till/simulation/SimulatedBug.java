package arcade.till.simulation;

/** A deliberate mistake in the till, which the simulation must find. */
enum SimulatedBug {
    /** A transaction does not look at the lease at all. */
    NO_FENCE,
    /** A transaction reads the epoch without a lock. */
    PLAIN_READ_OF_THE_EPOCH,
    /** Each sending of a call makes up a key of its own. */
    NEW_KEY_PER_RETRY,
    /** A call without an answer counts as declined. */
    TIMEOUT_IS_A_DECLINE,
    /** The call goes out before its intention is committed. */
    SENT_BEFORE_THE_INTENTION,
    /** A call is sent again however old it is, also when the gateway has forgotten its key. */
    SENT_AGAIN_AFTER_A_DAY,
    /** A refund goes out without an idempotency key. */
    REFUND_WITHOUT_KEY,
    /** Another card is tried on another intent, and the first one stays. */
    SECOND_INTENT
}
