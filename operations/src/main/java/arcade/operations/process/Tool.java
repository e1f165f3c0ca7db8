package arcade.operations.process;

import arcade.operations.home.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A short-lived program: run to its end, its output kept. */
public record Tool(int exitCode, String output) {

    /** Runs a program and waits for it; standard input is empty, both output streams are kept together. */
    public static Tool run(List<String> command, Path folder, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), output);
        } catch (IOException e) {
            throw new Failure("cannot run " + command.get(0) + ": " + e.getMessage(), "see './arcade doctor'", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }

    public static Tool run(String... command) {
        return run(List.of(command), Path.of("/"), Map.of());
    }

    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Where a program lies: on the path, or among the administrator's programs, which a user's path may leave out. */
    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin";
        for (String folder : path.split(":")) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
