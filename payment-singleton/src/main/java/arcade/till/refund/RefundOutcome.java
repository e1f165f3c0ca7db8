package arcade.till.refund;

/** What came of a step of a refund, to be recorded. */
public record RefundOutcome(RefundStep step, RefundAnswer answer, RefundChange change) {}
