package arcade.operations.process;

/**
 * Lets a process that is being started give way to those that serve: starting takes every core it gets. Linux shares the cores
 * among sessions, and each process of ours leads one, so it is the session that is made nice (sched(7), autogroup).
 *
 * <p>A kernel without autogroups, and a user who may not do it, lose only the courtesy.
 */
public final class Niceness {
    private static final int STARTING = 5;
    private static final int SERVING = 0;

    private Niceness() {}

    public static void giveWay(ProcessMark process) {
        set(process, STARTING);
    }

    public static void takeTurns(ProcessMark process) {
        set(process, SERVING);
    }

    private static void set(ProcessMark process, int nice) {
        process.reach().shell("echo " + nice + " >/proc/" + process.pid() + "/autogroup");
    }
}
