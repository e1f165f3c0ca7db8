package arcade.operations.prove;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Promise 1. The gateway does what it is asked and then does not say so, on every fifth call that moves money: it holds the
 * connection, answers 500 (an answer that is stored under the key), or breaks off.
 */
final class AmbiguousCharges implements Promise {
    private static final List<String> MOVING =
            List.of("create", "confirm", "capture", "cancel", "refund", "session.create", "session.expire");

    /** Each third of a fifth; the second and third only see what the one before left. */
    private static final double FIRST = 1.0 / 15;

    private static final double SECOND = FIRST / (1 - FIRST);
    private static final double THIRD = SECOND / (1 - SECOND);

    /** Longer than the till waits for an answer. */
    private static final int HELD_MILLIS = 12_000;

    private static final double RESOLVED_WITHIN = 60;
    private static final double P99 = 0.99;
    private static final int MANY = 3;
    private static final int REPORT_SECONDS = 15;

    @Override
    public String code() {
        return "1";
    }

    @Override
    public String title() {
        return "ambiguous charge";
    }

    @Override
    public int share() {
        return 20;
    }

    @Override
    public void prove(Scene scene, Duration time, Trial trial) throws InterruptedException {
        // Most of them stand and wait for an answer.
        scene.openDoors(MANY * scene.shopperCount());
        Instant begun = Instant.now();
        long seq = scene.log().lastSeq();
        scene.gateway().set(faults(scene.random().nextLong()));
        scene.timeline().mark("faults", "the gateway leaves every fifth call that moves money without its answer");
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(Math.min(REPORT_SECONDS, 1 + (end - System.nanoTime()) / 1_000_000_000L));
            scene.say("promise 1: " + scene.gateway().injected());
        }
        scene.gateway().injected().forEach(trial::fault);
        scene.gateway().clear();
        scene.timeline().mark("healed", "the gateway answers again");
        trial.trials(trial.faultCount(), "calls");
        trial.mishapUnless(trial.faultCount() > 0, "the gateway injected no fault");
        scene.shoppers().end().forEach(trial::mishap);
        awaitRest(scene, seq, begun, trial);
    }

    /** The times are known only when nothing is UNKNOWN any more; what stays so is the audit's matter. */
    private static void awaitRest(Scene scene, long seq, Instant begun, Trial trial) throws InterruptedException {
        Scene.await(
                Duration.ofSeconds(120),
                () -> scene.log().number("SELECT COUNT(*) FROM payment WHERE state LIKE 'UNKNOWN%'") == 0
                        ? java.util.Optional.of(true)
                        : java.util.Optional.empty());
        List<Double> unknown = UnknownTimes.seconds(scene.log().steps(seq, begun));
        Quantiles times = Quantiles.of(unknown);
        trial.times("UNKNOWN until resolved, s", unknown);
        trial.note("UNKNOWN: " + times);
        trial.mishapUnless(times.count() > 0, "no payment was ever UNKNOWN");
        trial.aim("UNKNOWN resolved, p99", times.at(P99), RESOLVED_WITHIN, "s");
    }

    private static JsonObject faults(long seed) {
        JsonArray rules = new JsonArray();
        for (String operation : MOVING) {
            rules.add(rule(operation, "timeout", FIRST, HELD_MILLIS, 0));
            rules.add(rule(operation, "error", SECOND, 0, 500));
            rules.add(rule(operation, "close", THIRD, 0, 0));
        }
        JsonObject faults = new JsonObject();
        faults.addProperty("seed", seed & Integer.MAX_VALUE);
        faults.add("rules", rules);
        return faults;
    }

    private static JsonObject rule(String operation, String kind, double probability, int millis, int status) {
        JsonObject rule = new JsonObject();
        rule.addProperty("operation", operation);
        rule.addProperty("kind", kind);
        rule.addProperty("probability", probability);
        rule.addProperty("applied", true);
        if (millis > 0) {
            rule.addProperty("millis", millis);
        }
        if (status > 0) {
            rule.addProperty("status", status);
        }
        return rule;
    }
}
