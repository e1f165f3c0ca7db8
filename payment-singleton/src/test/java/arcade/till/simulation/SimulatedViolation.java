package arcade.till.simulation;

/** A promise is broken: which, and how. Ends the schedule at once. */
final class SimulatedViolation extends RuntimeException {
    private final String promise;

    SimulatedViolation(String promise, String how) {
        super(promise + ": " + how);
        this.promise = promise;
    }

    String promise() {
        return promise;
    }
}
