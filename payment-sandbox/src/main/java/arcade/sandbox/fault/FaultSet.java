package arcade.sandbox.fault;

import java.util.List;

/** Everything that may go wrong at a time; the same seed and the same calls bring the same faults. */
public record FaultSet(long seed, List<Rule> rules, WebhookRules webhooks) {
    public static final FaultSet NONE = new FaultSet(0, List.of(), WebhookRules.NONE);

    public FaultSet {
        rules = List.copyOf(rules);
    }
}
