package arcade.sandbox.fault;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Json;
import java.util.Map;
import java.util.Optional;

/** What the dice decided for one call. */
public final class Fault {
    private final Operation operation;
    private final Tally tally;
    private Rule rule;
    private long millisBefore;
    private long millisAfter;

    Fault(Operation operation, Tally tally) {
        this.operation = operation;
        this.tally = tally;
    }

    /** A latency adds up; of the others the first one counts. */
    void add(Rule hit) {
        if (hit.kind() != Kind.LATENCY) {
            rule = rule == null ? hit : rule;
            return;
        }
        millisBefore += hit.applied() ? 0 : hit.millis();
        millisAfter += hit.applied() ? hit.millis() : 0;
        tally.count(operation.label() + "/" + Kind.LATENCY.label());
    }

    /** How long the call waits with its idempotency key held before it is carried out. */
    public long millisBefore() {
        return millisBefore;
    }

    /** How long the answer waits after the call was carried out. */
    public long millisAfter() {
        return millisAfter;
    }

    /** Empty when the answer goes out as it is. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(rule).map(Rule::kind);
    }

    /** Whether it comes in place of carrying the call out. */
    public boolean isInstead() {
        return rule != null && !rule.applied();
    }

    public long millis() {
        return rule.millis();
    }

    public int status() {
        return rule.status();
    }

    /** Lets the answer go out as it is. */
    public void spare() {
        rule = null;
    }

    /** What is stored and answered for a call that was carried out: its own answer, or the error in its place. */
    public Answer toStore(Answer own) {
        if (kind().filter(kind -> kind == Kind.ERROR).isEmpty()) {
            return own;
        }
        struck();
        return error();
    }

    /** What a call is answered that is not carried out. */
    public Answer error() {
        boolean isTooMany = rule.kind() == Kind.RATE_LIMIT;
        String message = isTooMany
                ? "Request rate limit exceeded. The sandbox was told to answer so."
                : "An unknown error occurred. The sandbox was told to answer so.";
        Map<String, String> error = isTooMany
                ? Map.of("type", "invalid_request_error", "code", "rate_limit", "message", message)
                : Map.of("type", "api_error", "message", message);
        return Answer.of(rule.status(), Json.text(Map.of("error", error)));
    }

    /** Counts it; to be called when it is really done. */
    public void struck() {
        tally.count(operation.label() + "/" + rule.kind().label());
    }
}
