package arcade.sandbox.fault;

import java.util.Map;
import java.util.SplittableRandom;

/** The faults that are on now. */
public final class Faults {
    private static final long SHUFFLE_MILLIS = 1_000;
    private static final long DUPLICATE_MILLIS = 500;

    private volatile State state = new State(FaultSet.NONE, new Dice(0), new Tally());

    /** Replaces all rules, throws the dice from the start and counts from zero. */
    public void replace(FaultSet set) {
        state = new State(set, new Dice(set.seed()), new Tally());
    }

    /** Nothing goes wrong any more; what was counted stays. */
    public void clear() {
        state = new State(FaultSet.NONE, new Dice(0), state.tally());
    }

    public FaultSet set() {
        return state.set();
    }

    /** How often which fault struck since the set was replaced, such as {@code capture/timeout}. */
    public Map<String, Long> injected() {
        return state.tally().counts();
    }

    /** Throws the dice for one call: one number for each rule, so that no rule changes the luck of another. */
    public Fault on(Operation operation) {
        State now = state;
        Fault fault = new Fault(operation, now.tally());
        if (!now.set().rules().isEmpty()) {
            SplittableRandom numbers = now.dice().call(operation);
            for (Rule rule : now.set().rules()) {
                boolean isHit = numbers.nextDouble() < rule.probability();
                if (isHit && rule.operation().covers(operation)) {
                    fault.add(rule);
                }
            }
        }
        return fault;
    }

    /** Throws the dice for the delivery of one event. */
    public Delivery delivery() {
        State now = state;
        WebhookRules rules = now.set().webhooks();
        if (rules.equals(WebhookRules.NONE)) {
            return Delivery.AT_ONCE;
        }
        SplittableRandom numbers = now.dice().webhook();
        boolean isDropped = now.hit("webhook/drop", numbers, rules.drop());
        boolean isTwice = now.hit("webhook/duplicate", numbers, isDropped ? 0 : rules.duplicate());
        boolean isShuffled = now.hit("webhook/shuffle", numbers, isDropped ? 0 : rules.shuffle());
        long first = rules.delayMillis() + (isShuffled ? numbers.nextLong(1, SHUFFLE_MILLIS) : 0);
        long second = first + numbers.nextLong(1, DUPLICATE_MILLIS);
        return isDropped ? Delivery.NEVER : isTwice ? Delivery.at(first, second) : Delivery.at(first);
    }

    private record State(FaultSet set, Dice dice, Tally tally) {
        boolean hit(String what, SplittableRandom numbers, double probability) {
            boolean isHit = numbers.nextDouble() < probability;
            if (isHit) {
                tally.count(what);
            }
            return isHit;
        }
    }
}
