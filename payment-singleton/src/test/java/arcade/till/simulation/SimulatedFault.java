package arcade.till.simulation;

/** What can go wrong, each with the greatest probability that a schedule may give it at one opportunity. */
enum SimulatedFault {
    CALL_LOST(0.3),
    CALL_RESET_AFTER(0.2),
    CALL_DONE_THEN_TIMEOUT(0.3),
    CALL_DONE_THEN_500(0.2),
    CALL_500(0.2),
    CALL_429(0.2),
    CALL_HTML(0.2),
    CALL_HALF_BODY(0.2),
    CALL_ANSWERED_ABOUT_ANOTHER(0.2),
    CALL_ARRIVES_LATE(0.2),
    CALL_SLOW(0.3),
    DATABASE_REFUSES(0.05),
    DATABASE_HANGS(0.03),
    COMMIT_LOST(0.1),
    COMMIT_MADE_ANSWER_LOST(0.1),
    COMMIT_HANGS(0.05),
    DATABASE_RESTARTS(0.02),
    TILL_KILLED(0.04),
    TILL_LOSES_POWER(0.03),
    TILL_STOPPED(0.05),
    TILL_SUSPENDED(0.03),
    NOTICE_LOST(1);

    private final double most;

    SimulatedFault(double most) {
        this.most = most;
    }

    double most() {
        return most;
    }
}
