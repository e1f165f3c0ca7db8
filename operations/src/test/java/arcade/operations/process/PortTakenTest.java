package arcade.operations.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTakenTest {
    @Test
    void theMessageNamesPortHolderAndCure() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = holder.getLocalPort();

            Failure failure = assertThrows(
                    Failure.class, () -> Ports.requireFree("127.0.0.1", port, "the router", "choose another"));

            assertTrue(failure.getMessage().contains("port " + port), failure.getMessage());
            assertTrue(
                    failure.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    failure.getMessage());
            assertEquals("choose another", failure.cure());
        }
    }

    @Test
    void aChosenPortIsFreeAndNeverChosenTwice() {
        Ports ports = new Ports();

        int first = ports.free("127.0.0.1");

        assertTrue(Ports.isFree("127.0.0.1", first));
        assertNotEquals(first, ports.free("127.0.0.1"));
    }
}
