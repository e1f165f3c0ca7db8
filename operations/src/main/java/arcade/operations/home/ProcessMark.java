package arcade.operations.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process by its id and its start time (kernel clock ticks since boot), so that a process id given again to a
 * stranger is never taken for ours and never killed.
 */
public record ProcessMark(long pid, long startTicks) {
    private static final int START_TICKS_AFTER_NAME = 19;

    /** The mark of a process that runs now; empty when there is none, or only its zombie. */
    public static Optional<ProcessMark> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean dead = fields[0].equals("Z") || fields[0].equals("X");
            return dead
                    ? Optional.empty()
                    : Optional.of(new ProcessMark(pid, Long.parseLong(fields[START_TICKS_AFTER_NAME])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
