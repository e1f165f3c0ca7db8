package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command run as a process. Its output goes to files, not pipes: a process that it leaves running could hold a pipe open for
 * ever.
 */
public final class Command {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private Duration deadline = Duration.ofMinutes(2);

    public Command(Path folder) {
        this.folder = folder;
    }

    public Command within(Duration limit) {
        deadline = limit;
        return this;
    }

    public Command with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** @throws AssertionError when it does not end in time; it is ended then */
    public Outcome run(List<String> words) {
        try {
            Path out = Files.createTempFile("arcade-system", ".out");
            Path err = Files.createTempFile("arcade-system", ".err");
            try {
                return run(words, out, err);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words, e);
        }
    }

    private Outcome run(List<String> words, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        boolean ended = ended(process);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        int exit = ended ? process.exitValue() : -1;
        Outcome outcome =
                new Outcome(String.join(" ", words), exit, Files.readString(out), Files.readString(err), took);
        if (!ended) {
            throw new AssertionError(outcome + "\nit did not end within " + deadline.toSeconds() + " s");
        }
        return outcome;
    }

    private boolean ended(Process process) {
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return false;
    }
}
