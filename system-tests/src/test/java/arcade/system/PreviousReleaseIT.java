package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Command;
import arcade.system.harness.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a release is rolled out, and after a rollback, the release before works on this one's schema. So its own tests of the database
 * must pass there: its sources from git, the scripts of this release in place of its own.
 */
@Order(5)
class PreviousReleaseIT {
    private static final Path PROJECT = Path.of(System.getProperty("arcade.root"));
    private static final String SCRIPTS = "ejb-module/src/main/resources/db";
    private static final Duration WITHIN = Duration.ofMinutes(12);

    /** Every test of the shop that reads and writes tables, on the real server; not the one that wants files from beside the project. */
    private static final String TESTS =
            "ChangingACartIT,ImportIT,PlacingAnOrderIT,SettlingAnOrderIT,RequestingARefundIT,!ImportIT#shopifys*";

    @TempDir
    private Path folder;

    @Test
    void itsTestsPassOnThisSchema() throws IOException {
        String previous = previous();
        Path archive = folder.resolve("previous.tar");
        Outcome taken = run("git", "-C", PROJECT.toString(), "archive", "-o", archive.toString(), previous);
        notProvedUnless(taken.exit() == 0, "git does not have the commit " + previous + ": " + taken.err());
        Path sources = Files.createDirectory(folder.resolve("previous"));
        run("tar", "-xf", archive.toString(), "-C", sources.toString()).expect(0);
        Map<Path, String> before = scripts(sources);
        Map<Path, String> now = scripts(PROJECT);

        before.forEach(
                (script, text) -> assertEquals(text, now.get(script), script + " was released: it may not change"));
        if (before.equals(now)) {
            System.out.println("the schema is that of the release before, whose tests have run on it");
            return;
        }
        for (Path script : now.keySet()) {
            Files.copy(
                    PROJECT.resolve(SCRIPTS).resolve(script),
                    sources.resolve(SCRIPTS).resolve(script),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Outcome tests = new Command(sources)
                .within(WITHIN)
                // A test is told where its server is by the first address of the machine, which may be one that it
                // cannot read.
                .with("JAVA_TOOL_OPTIONS", "-Djava.net.preferIPv4Stack=true")
                .run(List.of(
                        "env",
                        "-u",
                        "MAVEN_PROJECTBASEDIR",
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-pl",
                        "ejb-module",
                        "-am",
                        "verify",
                        "-Dtest=none",
                        "-Dit.test=" + TESTS,
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dfailsafe.failIfNoSpecifiedTests=false"));
        assertEquals(0, tests.exit(), tests::toString);
        assertTrue(tests.out().contains("Tests run: "), () -> "no test has run: " + tests);
    }

    private static String previous() throws IOException {
        return Files.readAllLines(PROJECT.resolve("domain-config/previous-release")).stream()
                .filter(line -> line.matches("[0-9a-f]{40}"))
                .findFirst()
                .orElseThrow();
    }

    private Map<Path, String> scripts(Path project) throws IOException {
        Path root = project.resolve(SCRIPTS);
        Map<Path, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                scripts.put(root.relativize(file), Files.readString(file));
            }
        }
        return scripts;
    }

    private Outcome run(String... words) {
        return new Command(folder).run(List.of(words));
    }

    /** A shallow clone has no history; that is no fault of the release. */
    private static void notProvedUnless(boolean so, String why) {
        if (!so) {
            System.out.println("\n**** NOT PROVED that the release before runs on this schema: " + why);
        }
        Assumptions.assumeTrue(so, why);
    }
}
