package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageMissingTest {
    @Test
    void withoutRootTheCureIsTheCommand() {
        Failure failure = assertThrows(Failure.class, () -> SystemPackages.install(List.of("haproxy"), false, true));

        assertEquals("missing: haproxy", failure.getMessage());
        assertTrue(failure.cure().contains("sudo apt-get install -y haproxy"), failure.cure());
    }

    @Test
    void onAnotherSystemItNamesThePackagesOnly() {
        Failure failure =
                assertThrows(Failure.class, () -> SystemPackages.install(List.of("haproxy", "chromium"), true, false));

        assertEquals("missing: haproxy chromium", failure.getMessage());
    }
}
