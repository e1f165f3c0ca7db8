package arcade.till.simulation;

/** A machine that can be stopped, suspended, killed and started again. Each start is another boot. */
final class SimulatedMachine {
    private final String name;
    private int boot;
    private boolean up;
    private long stoppedUntil;
    private long suspended;

    SimulatedMachine(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    int boot() {
        return boot;
    }

    boolean isUp() {
        return up;
    }

    boolean isStopped(long now) {
        return now < stoppedUntil;
    }

    long stoppedUntil() {
        return stoppedUntil;
    }

    void start() {
        up = true;
        stoppedUntil = 0;
    }

    void die() {
        up = false;
        boot++;
    }

    /** @param clockToo whether its monotonic clock stands still as well, as on a machine that is suspended */
    void stop(long now, long micros, boolean clockToo) {
        if (clockToo) {
            suspended += now + micros - Math.max(now, stoppedUntil);
        }
        stoppedUntil = Math.max(stoppedUntil, now + micros);
    }

    /** Its own monotonic clock: it knows nothing of the time for which it was suspended. */
    long nanos(long now) {
        return (now - suspended) * 1_000;
    }
}
