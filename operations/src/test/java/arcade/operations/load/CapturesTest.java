package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturesTest {
    @TempDir
    private Path folder;

    @Test
    void noPaymentIsInventedInProduction() {
        Failure failure = refusal(true, "127.0.0.1");

        assertEquals(Exit.USAGE, failure.exitCode());
        assertTrue(failure.getMessage().contains("production"), failure::getMessage);
    }

    @Test
    void theDatabaseMustBeOnThisMachine() {
        assertTrue(refusal(false, "192.0.2.1").getMessage().contains("192.0.2.1"));
    }

    private Failure refusal(boolean production, String database) {
        Home home = new Home(folder);
        List<Machine> machines =
                List.of(machine("database", Role.DATABASE, database), machine("gateway", Role.GATEWAY, "127.0.0.1"));
        home.record(new ClusterState("c", "t", production, "r", machines));
        return assertThrows(Failure.class, () -> new Captures(home, true).run(new CapturesPlan(1, 0)));
    }

    private static Machine machine(String name, Role role, String address) {
        return new Machine(name, role, "here", address, Map.of(), List.of(), null, "");
    }
}
