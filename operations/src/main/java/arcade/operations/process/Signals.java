package arcade.operations.process;

import arcade.operations.home.Failure;
import java.time.Duration;

/** Signals to processes we started. A mark whose process has gone, or whose pid is a stranger's now, gets none. */
public final class Signals {
    private Signals() {}

    /** SIGTERM, and SIGKILL once {@code patience} is over. Returns true when it went by itself. */
    public static boolean stop(ProcessMark process, Duration patience) {
        send("TERM", process);
        // A stopped process takes no SIGTERM.
        send("CONT", process);
        if (Waiting.until(patience, () -> !process.alive())) {
            return true;
        }
        kill(process);
        return false;
    }

    /** SIGTERM, without waiting for the end. */
    public static void ask(ProcessMark process) {
        send("TERM", process);
    }

    /** SIGKILL; returns when the process has gone. */
    public static void kill(ProcessMark process) {
        send("KILL", process);
        Duration bound = Duration.ofSeconds(10);
        if (!Waiting.until(bound, () -> !process.alive())) {
            throw new Failure(
                    "process " + process.pid() + " did not end " + bound.toSeconds() + " s after SIGKILL",
                    "look at it with 'ps -o pid,stat,wchan,cmd " + process.pid() + "'");
        }
    }

    public static void pause(ProcessMark process) {
        send("STOP", process);
    }

    public static void resume(ProcessMark process) {
        send("CONT", process);
    }

    private static void send(String signal, ProcessMark process) {
        if (!process.alive()) {
            return;
        }
        process.reach().run("kill", "-" + signal, Long.toString(process.pid()));
    }
}
