package arcade.operations.prove;

import arcade.operations.audit.AuditRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that a run brought to light.
 *
 * @param unknownSeconds of all payments of the run: how long they were UNKNOWN
 * @param errors what shoppers met with: kind → count
 * @param audit the last one, over everything
 */
record Proof(
        ProvePlan plan,
        Instant begun,
        Instant ended,
        String release,
        int nodes,
        List<Trial> trials,
        List<Timeline.Mark> marks,
        List<Rates> rates,
        List<Double> unknownSeconds,
        Map<String, Long> errors,
        AuditRun audit) {

    boolean broken() {
        return trials.stream().anyMatch(trial -> trial.verdict().equals("BROKEN"));
    }

    boolean missed() {
        return trials.stream().anyMatch(trial -> trial.verdict().equals("MISSED"));
    }

    boolean proved() {
        return trials.stream().allMatch(trial -> trial.verdict().equals("holds"));
    }

    long payments() {
        return rates.stream().mapToLong(Rates::captures).sum();
    }

    double minutes() {
        return Duration.between(begun, ended).toSeconds() / 60.0;
    }
}
