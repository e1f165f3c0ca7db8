package arcade.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Exit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ArgumentErrorsTest {
    @TempDir
    private Path home;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void aProject() {
        System.setProperty("arcade.project", "..");
    }

    @Test
    void aMissingCommand() {
        assertUsageError("a command is missing");
    }

    @Test
    void anUnknownOption() {
        assertUsageError("--nods", "up", "--nods", "3");
    }

    @Test
    void aNumberThatIsNone() {
        assertUsageError("--nodes", "up", "--nodes", "three");
    }

    @Test
    void moreNodesThanAllowed() {
        assertUsageError("--nodes is 99", "up", "--nodes", "99");
    }

    @Test
    void aPortThatIsNone() {
        assertUsageError("--router-port is 70000", "up", "--router-port", "70000");
    }

    @Test
    void aPauseWithoutItsLength() {
        assertUsageError("--seconds", "pause", "till");
    }

    @Test
    void aCutFromNothing() {
        assertUsageError("'B'", "cut", "till");
        assertUsageError("'sideways'", "cut", "till", "grid", "--way", "sideways");
    }

    @Test
    void aClusterThatWasNeverStarted() {
        assertEquals(Exit.FAILED, run("status", "--home", home.toString()));
        assertTrue(errors.toString().contains("run './arcade up' first"), errors.toString());
    }

    @Test
    void stoppingNothingIsFine() {
        assertEquals(Exit.DONE, run("down", "--home", home.toString()));
    }

    private void assertUsageError(String named, String... arguments) {
        assertEquals(Exit.USAGE, run(arguments));
        assertTrue(errors.toString().contains(named), errors.toString());
        assertTrue(errors.toString().contains("  cure: "), errors.toString());
    }

    private int run(String... arguments) {
        CommandLine line = Arcade.commandLine();
        line.setErr(new PrintWriter(errors, true));
        return line.execute(arguments);
    }
}
