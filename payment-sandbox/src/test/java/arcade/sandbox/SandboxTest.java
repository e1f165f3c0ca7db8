package arcade.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a fresh gateway of its own. */
abstract class SandboxTest {
    @TempDir
    Path folder;

    RunningSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.on(ledger());
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    Path ledger() {
        return folder.resolve("ledger.jsonl");
    }
}
