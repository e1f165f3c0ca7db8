package arcade.sandbox.clients;

import arcade.sandbox.RunningSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Plays the scenarios with the official client for Node.js, which npm installs below {@code target}. */
final class NodeClient {
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path HOME = Path.of("target", "node");
    private static final String PROGRAM = "scenarios.mjs";
    private static final long PATIENCE_SECONDS = 180;

    private NodeClient() {}

    /** One line of JSON for each step. */
    static List<String> play(Stage stage) throws IOException, InterruptedException {
        install();
        try (InputStream scenarios = NodeClient.class.getResourceAsStream(Scenario.FILE)) {
            Files.copy(scenarios, HOME.resolve(Scenario.FILE), StandardCopyOption.REPLACE_EXISTING);
        }
        String output = run(
                "node",
                PROGRAM,
                Scenario.FILE,
                stage.sandbox().url(""),
                stage.sandbox().controlUrl(""),
                stage.box().url(),
                RunningSandbox.KEY,
                RunningSandbox.WEBHOOK_SECRET);
        return output.lines().toList();
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : List.of("package.json", "package-lock.json", PROGRAM)) {
            Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    /** What the command prints on its standard output. */
    private static String run(String... command) throws IOException, InterruptedException {
        Path out = HOME.resolve(command[0] + ".out");
        Path err = HOME.resolve(command[0] + ".err");
        Process process = start(out, err, command);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command[0] + " did not end within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            List<String> shown = new ArrayList<>(Arrays.asList(command).subList(0, 2));
            throw new AssertionError(
                    "'" + String.join(" ", shown) + "' failed, so the official client for Node.js could"
                            + " not be tried; it said: " + Files.readString(err, StandardCharsets.UTF_8));
        }
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static Process start(Path out, Path err, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    command[0] + " is missing, so the official client for Node.js could not be tried; on Debian:"
                            + " apt-get install nodejs npm",
                    e);
        }
    }
}
