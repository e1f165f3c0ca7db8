package arcade.operations.drop;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.HomeOption;
import arcade.operations.home.Project;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks after the drop folder until it is ended; started by {@code up}, ended by {@code down}. */
@Command(name = "watch-drop-folder", hidden = true, description = "Deploys what is put into the drop folder.")
public final class WatchCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 500;
    private static final String ERROR = "error: ";
    private static final String CURE = "  cure: ";

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() throws InterruptedException {
        Home at = home.home();
        Path folder = at.path("drop", "x").getParent();
        DropFolder drop = new DropFolder(folder, Clock.systemUTC(), file -> deploy(file, at));
        Console.step("watching " + folder);
        while (true) {
            try {
                drop.look();
            } catch (UncheckedIOException e) {
                // The folder may be away for a moment, or its disk full: what is in it is looked at again.
                Console.step("cannot look after the folder: " + e.getMessage());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** By the command itself, as a person would: waits its turn, and everything it prints is kept beside the file. */
    private static DropFolder.Outcome deploy(DroppedFile dropped, Home home) {
        Path log = dropped.beside("log");
        Console.step("deploying " + dropped.file().getFileName());
        List<String> command = List.of(
                Project.located().root().resolve("arcade").toString(),
                "deploy",
                "--wait",
                dropped.file().toString(),
                "--home",
                home.folder().toString());
        try {
            int exit = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            List<String> printed = Files.readAllLines(log);
            return exit == 0
                    ? DropFolder.Outcome.deployed(printed.get(printed.size() - 1))
                    : DropFolder.Outcome.failed(
                            last(printed, ERROR, "the deploy ended with code " + exit),
                            last(printed, CURE, "read " + log));
        } catch (IOException e) {
            return DropFolder.Outcome.failed("cannot run the deploy: " + e.getMessage(), "see './arcade doctor'");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run './arcade up'", e);
        }
    }

    private static String last(List<String> lines, String prefix, String otherwise) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(prefix.length()))
                .orElse(otherwise);
    }
}
