package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningOnAHostTest {
    /** Nobody listens on the port. */
    private static final Reach NOBODY =
            new Reach(Reach.Kind.SSH, "arcade@127.0.0.1", 1, null, null, "/srv/arcade", "java");

    @Test
    void aWordIsReadBackByTheShellAsItWas() {
        for (String word : List.of("plain", "two words", "it's", "$HOME", "a\"b", "`date`", "", "*", "a;b", "ä\\n")) {
            assertEquals(
                    "<" + word + ">", Reach.LOCAL.run("printf", "<%s>", word).output());
        }
    }

    @Test
    void whatSshGetsIsQuotedOnceMore() {
        List<String> command = NOBODY.shellCommand("echo 'a b'");

        assertEquals("exec sh -c 'echo '\\''a b'\\'''", command.get(command.size() - 1));
        assertTrue(command.contains("StrictHostKeyChecking=yes"), command::toString);
    }

    @Test
    void aHostThatIsNotReachedIsNamedWithItsCure() {
        Failure failure = assertThrows(Failure.class, () -> NOBODY.run("true"));

        assertTrue(
                failure.getMessage().startsWith("the host arcade@127.0.0.1 is not reached by ssh"),
                failure.getMessage());
        assertTrue(failure.cure().contains("ssh -p 1 arcade@127.0.0.1"), failure.cure());
    }

    @Test
    void aProcessOfAHostThatIsNotReachedIsNeitherAliveNorDead() {
        ProcessMark mark = new ProcessMark(1, 1, NOBODY);

        assertThrows(Failure.class, mark::alive);
    }
}
