package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.sandbox.ledger.JournalFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingTheCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "--prot 1, unknown option --prot",
        "--port, --port needs a value",
        "--port many --control-port 0, --port must be a number",
        "--port 1 --control-port 70000, --control-port must be a number",
        "--port 1 --control-port 2 --key sk_test_a, --ledger is missing",
        "--port 1 --control-port 2 --ledger l --key sk_live_a, must start with sk_test_",
        "--port 1 --control-port 2 --ledger l --key sk_test_a --webhook-url http://a/, needs --webhook-secret",
        "--port 1 --control-port 2 --ledger l --key sk_test_a --webhook-url ftp://a/, must be an http or https address",
    })
    void aWrongCallSaysWhatIsWrong(String call, String message) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> Options.parse(call.split(" ")));

        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }

    @Test
    void itListensOnThisMachineOnlyUnlessTold() {
        Options options = Options.parse("--port", "1", "--control-port", "2", "--ledger", "l", "--key", "sk_test_a");

        assertEquals(InetAddress.getLoopbackAddress(), options.bind());
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            var failure = assertThrows(IllegalStateException.class, () -> start(folder.resolve("l"), port));

            assertTrue(failure.getMessage().contains("127.0.0.1:" + port), failure.getMessage());
            assertTrue(failure.getMessage().contains("choose another --port"), failure.getMessage());
        }
    }

    @Test
    void anUnusableLedgerIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        var failure = assertThrows(JournalFailure.class, () -> start(file.resolve("ledger"), "0"));

        assertTrue(failure.getMessage().contains("file/ledger"), failure.getMessage());
        assertTrue(failure.getMessage().contains("give --ledger a file"), failure.getMessage());
    }

    private static void start(Path ledger, String port) throws IOException {
        Options options = Options.parse(
                "--port", port, "--control-port", "0", "--ledger", ledger.toString(), "--key", "sk_test_a");
        Sandbox.start(options, Clock.systemUTC()).close();
    }
}
