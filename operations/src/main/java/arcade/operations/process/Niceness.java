package arcade.operations.process;

import arcade.operations.home.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets a process that is being started give way to those that serve: starting takes every core it gets. Linux shares the cores
 * among sessions, and each process of ours leads one, so it is the session that is made nice (sched(7), autogroup).
 *
 * <p>A kernel without autogroups, and a user who may not do it, lose only the courtesy.
 */
public final class Niceness {
    private static final Logger LOG = Logger.getLogger(Niceness.class.getName());
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
        try {
            Files.writeString(Path.of("/proc", Long.toString(process.pid()), "autogroup"), Integer.toString(nice));
        } catch (IOException e) {
            LOG.log(Level.FINE, "process " + process.pid() + " keeps its share of the cores", e);
        }
    }
}
