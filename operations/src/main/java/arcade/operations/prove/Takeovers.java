package arcade.operations.prove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the death of the till to the next capture that is recorded, by the till's own log. Not for several threads.
 *
 * <p>When the next till dies too before it has captured anything, the time counts from its death; the first is told as
 * superseded and has no time.
 */
final class Takeovers {
    private final TillLog log;
    private final List<Taken> taken = new ArrayList<>();
    private Crash waiting;
    private int superseded;

    /** A takeover that was seen to its end. */
    record Taken(Crash crash, double seconds, String by, Instant captured) {}

    Takeovers(TillLog log) {
        this.log = log;
    }

    void died(Crash crash) {
        if (waiting != null) {
            superseded++;
        }
        waiting = crash;
    }

    /** Looks whether the till that is awaited has captured. */
    Optional<Taken> look() {
        if (waiting == null) {
            return Optional.empty();
        }
        Optional<TillLog.Capture> capture = log.firstCapture(waiting.seq(), waiting.epoch());
        if (capture.isEmpty()) {
            return Optional.empty();
        }
        Taken seen = new Taken(
                waiting,
                Scene.seconds(waiting.at(), capture.get().at()),
                capture.get().owner().replaceFirst(":.*", ""),
                capture.get().at());
        taken.add(seen);
        waiting = null;
        return Optional.of(seen);
    }

    boolean pending() {
        return waiting != null;
    }

    /** Since when the shop waits for a till. */
    Optional<Instant> pendingSince() {
        return Optional.ofNullable(waiting).map(Crash::at);
    }

    int superseded() {
        return superseded;
    }

    List<Double> seconds() {
        return taken.stream().map(Taken::seconds).toList();
    }

    List<Taken> all() {
        return List.copyOf(taken);
    }

    Optional<Taken> worst() {
        return taken.stream().max(java.util.Comparator.comparing(Taken::seconds));
    }
}
