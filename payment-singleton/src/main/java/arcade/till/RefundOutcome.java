package arcade.till;

/** What came of a step of a refund, to be recorded. */
record RefundOutcome(RefundStep step, RefundAnswer answer, RefundChange change) {}
