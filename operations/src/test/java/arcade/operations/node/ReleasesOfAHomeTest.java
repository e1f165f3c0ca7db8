package arcade.operations.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesOfAHomeTest {
    @TempDir
    private Path folder;

    private ReleaseHistory history;

    @BeforeEach
    void fourReleases() throws IOException {
        history = new ReleaseHistory(new Home(folder));
        for (String name : List.of("a", "b", "c", "d")) {
            Files.createDirectories(folder.resolve("releases").resolve(name));
        }
    }

    @Test
    void beforeTheFirstDeployNothingWasChosen() {
        assertEquals(Optional.empty(), history.chosen());
        assertThrows(Failure.class, () -> history.before("a"));
    }

    @Test
    void theReleaseThatUpBroughtIsRememberedByTheFirstDeploy() {
        history.became("b", "a");

        assertEquals("b", history.chosen().orElseThrow().name());
        assertEquals("a", history.before("b").name());
    }

    @Test
    void goingBackTwiceGoesTwoReleasesBack() {
        history.became("b", "a");
        history.became("c", "b");

        history.wentBackTo(history.before("c").name());

        assertEquals("b", history.chosen().orElseThrow().name());
        assertEquals("a", history.before("b").name());
    }

    @Test
    void aReleaseThatComesAgainIsTheLastOne() {
        history.became("b", "a");
        history.became("a", "b");

        assertEquals(List.of("b", "a"), history.names());
    }

    @Test
    void threeAreKeptAndWhatRuns() throws IOException {
        history.became("b", "a");
        history.became("c", "b");
        history.became("d", "c");
        Files.createFile(folder.resolve("releases/incoming-1.ear"));

        history.prune(Set.of("a"));
        assertTrue(Files.exists(folder.resolve("releases/a")), "it runs");
        history.prune(Set.of());

        assertFalse(Files.exists(folder.resolve("releases/a")));
        assertFalse(Files.exists(folder.resolve("releases/incoming-1.ear")));
        assertEquals(List.of("b", "c", "d"), history.names());
        assertTrue(Files.exists(folder.resolve("releases/b")));
    }

    @Test
    void aReleaseWhoseFolderHasGoneIsNoWayBack() throws IOException {
        history.became("b", "a");
        Files.delete(folder.resolve("releases/a"));

        assertTrue(assertThrows(Failure.class, () -> history.before("b"))
                .getMessage()
                .contains("has gone"));
    }
}
