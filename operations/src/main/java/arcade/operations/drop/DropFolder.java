package arcade.operations.drop;

import arcade.operations.home.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks at the drop folder, again and again. A file is taken once it has been quiet for two seconds and has a zip's end; one that
 * stays without an end is called cut short. Files are taken one after the other in the order of their names. Not for several threads.
 */
final class DropFolder {
    static final Duration QUIET = Duration.ofSeconds(2);

    /** A copy over a slow network may stand still for a while. */
    static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(60);

    private final Path folder;
    private final Clock clock;
    private final Deploying deploying;
    private final Map<Path, Sight> seen = new HashMap<>();

    /** Deploys a file and says what came of it. */
    @FunctionalInterface
    interface Deploying {
        Outcome deploy(DroppedFile file);
    }

    /** @param cause null when it was deployed; then {@code text} tells what */
    record Outcome(String text, String cause, String cure) {
        static Outcome deployed(String text) {
            return new Outcome(text, null, null);
        }

        static Outcome failed(String cause, String cure) {
            return new Outcome(null, cause, cure);
        }
    }

    private record Sight(DroppedFile.State state, Instant since) {}

    DropFolder(Path folder, Clock clock, Deploying deploying) {
        this.folder = folder;
        this.clock = clock;
        this.deploying = deploying;
    }

    /** One look; what is ripe is deployed before it returns. */
    void look() {
        List<Path> files = files();
        seen.keySet().retainAll(files);
        files.forEach(file -> look(new DroppedFile(file)));
    }

    private void look(DroppedFile dropped) {
        Optional<DroppedFile.State> now = dropped.state();
        if (now.isEmpty() || dropped.isDone(now.get())) {
            return;
        }
        Instant at = clock.instant();
        Sight sight = seen.get(dropped.file());
        if (sight == null || !sight.state().equals(now.get())) {
            seen.put(dropped.file(), new Sight(now.get(), at));
            return;
        }
        Duration quiet = Duration.between(sight.since(), at);
        if (dropped.hasItsEnd() && quiet.compareTo(QUIET) >= 0) {
            settle(dropped, now.get(), deploying.deploy(dropped));
        } else if (quiet.compareTo(GIVEN_UP_AFTER) >= 0) {
            settle(
                    dropped,
                    now.get(),
                    Outcome.failed(
                            "the file has no end of a zip and has not changed for " + GIVEN_UP_AFTER.toSeconds()
                                    + " s: its copy was cut short, or it is no EAR",
                            "copy it again under another name and rename it when it is complete"));
        }
    }

    private static void settle(DroppedFile dropped, DroppedFile.State state, Outcome outcome) {
        Path name = dropped.file().getFileName();
        if (outcome.cause() == null) {
            dropped.deployed(state, outcome.text());
            Console.step(name + ": " + outcome.text());
        } else {
            dropped.failed(state, outcome.cause(), outcome.cure());
            Console.step(name + " failed: " + outcome.cause());
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".ear"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
