package arcade.operations.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process by its id and its start time (kernel clock ticks since boot), so that a process id given again to a
 * stranger is never taken for ours and never killed.
 *
 * @param reach the host it runs on
 */
public record ProcessMark(long pid, long startTicks, Reach reach) {
    private static final int START_TICKS_AFTER_NAME = 19;

    public ProcessMark {
        // As processes were recorded that could only be here.
        reach = reach == null ? Reach.LOCAL : reach;
    }

    /** The mark of a process of this machine that runs now; empty when there is none, or only its zombie. */
    public static Optional<ProcessMark> of(long pid) {
        return of(pid, Reach.LOCAL);
    }

    /** @throws arcade.operations.home.Failure when the host cannot be reached, so nobody knows */
    public static Optional<ProcessMark> of(long pid, Reach reach) {
        return parse(pid, reach, stat(pid, reach));
    }

    public boolean alive() {
        return of(pid, reach).filter(this::equals).isPresent();
    }

    /** @param stat what {@code /proc/PID/stat} says; empty when there is no such process */
    static Optional<ProcessMark> parse(long pid, Reach reach, String stat) {
        int afterName = stat.lastIndexOf(')') + 2;
        if (afterName < 2 || afterName >= stat.length()) {
            return Optional.empty();
        }
        String[] fields = stat.substring(afterName).split(" ");
        boolean dead = fields[0].equals("Z") || fields[0].equals("X");
        return dead
                ? Optional.empty()
                : Optional.of(new ProcessMark(pid, Long.parseLong(fields[START_TICKS_AFTER_NAME]), reach));
    }

    private static String stat(long pid, Reach reach) {
        if (!reach.sharesFiles()) {
            Tool read = reach.run("cat", "/proc/" + pid + "/stat");
            return read.succeeded() ? read.output() : "";
        }
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
