package arcade.operations.process;

import arcade.operations.home.Failure;
import arcade.operations.home.ProcessMark;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process to start in a session of its own, so that neither a closed terminal nor Ctrl-C at the command reaches it.
 *
 * @param name for messages
 * @param log both of its output streams are appended here
 * @param folder working directory
 */
public record Launch(String name, List<String> command, Map<String, String> environment, Path folder, Path log) {

    /** Starts it and returns at once; whether it becomes ready is the caller's question. */
    public ProcessMark start() {
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

    private Failure diedAtOnce() {
        return new Failure(name + " ended at once", "read " + log);
    }
}
