package arcade.till.mutant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each deliberate bug is noticed by each test that is named for it, and that test is content with the shop as it is.
 * Needs the tests' database, no server.
 */
class MutantsIT {
    private static final String SCHEDULES = "arcade.simulation.schedules";
    private static final Path TABLE = Path.of("..", "docs", "mutants.md");
    private static final Map<String, Trial> SOUND = new ConcurrentHashMap<>();

    /** Enough to meet what these bugs do; the simulation's own run has many more. */
    @BeforeAll
    static void fewSchedules() {
        System.setProperty(SCHEDULES, "300");
    }

    @AfterAll
    static void asBefore() {
        System.clearProperty(SCHEDULES);
    }

    @Test
    void theTableNamesEachWithItsTests() throws IOException {
        String table = Files.readString(TABLE);

        for (Mutant mutant : Mutants.all()) {
            String where = mutant.type().substring(mutant.type().lastIndexOf('.') + 1);
            assertTrue(
                    table.contains("| " + mutant.bug() + " | `" + where + "` |"),
                    () -> TABLE + " has no row for " + mutant + " in " + where);
            for (String test : mutant.catchers()) {
                String name = test.substring(test.lastIndexOf('.', test.indexOf('#')) + 1)
                        .replace('#', '.');
                assertTrue(table.contains("`" + name + "`"), () -> TABLE + " does not name " + name);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arcade.till.mutant.Mutants#all")
    void isCaught(Mutant mutant) throws IOException {
        Path classes = MutantCompiler.compile(mutant);
        for (String test : mutant.catchers()) {
            Trial sound = SOUND.computeIfAbsent(test, name -> Trial.of(name, Optional.empty()));
            assertTrue(sound.passed(), () -> test + " is red without any mutant: " + sound);

            long before = System.nanoTime();
            Trial broken = Trial.of(test, Optional.of(classes));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);

            String said = broken.complaint()
                    .orElseThrow(() -> new AssertionError(mutant + " was not noticed by " + test + ": " + broken));
            System.out.printf("%s: caught by %s after %d ms: %s%n", mutant, test, millis, said);
        }
    }
}
