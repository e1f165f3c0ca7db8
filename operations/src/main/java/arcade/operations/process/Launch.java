package arcade.operations.process;

import arcade.operations.home.Failure;
import arcade.operations.home.ProcessMark;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process to start in a session of its own, so that neither a closed terminal nor Ctrl-C at the command reaches it.
 *
 * @param name for messages
 * @param log takes both of its output streams; the log of the start before is kept beside it as {@code <log>.1}
 * @param folder working directory
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path folder, Path log) {

    /** Starts it and returns at once; whether it becomes ready is the caller's question. */
    public ProcessMark start() {
        keepLastLog();
        List<String> detached = new ArrayList<>(command);
        // Exec'd in place: setsid forks only when it leads a process group, and a fresh child never does.
        detached.add(0, "setsid");
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            long pid = builder.start().pid();
            return ProcessMark.of(pid).orElseThrow(() -> diedAtOnce());
        } catch (IOException e) {
            throw new Failure("cannot start " + name + ": " + e.getMessage(), "see './arcade doctor'", e);
        }
    }

    private void keepLastLog() {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + log, e);
        }
    }

    private Failure diedAtOnce() {
        return new Failure(name + " ended at once", "read " + log);
    }
}
