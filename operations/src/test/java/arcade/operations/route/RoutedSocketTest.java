package arcade.operations.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver asks for a socket and connects it to the URL's address; the file decides. */
class RoutedSocketTest {
    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(PrimarySocketFactory.PROPERTY);
    }

    @Test
    void eachConnectionGoesWhereTheFileSaysAtThatMoment() throws Exception {
        Path file = folder.resolve("primary");
        System.setProperty(PrimarySocketFactory.PROPERTY, file.toString());
        PrimarySocketFactory factory = new PrimarySocketFactory();
        try (ServerSocket first = listening();
                ServerSocket second = listening()) {
            Files.writeString(file, "127.0.0.1:" + first.getLocalPort() + "\n");
            assertEquals(first.getLocalPort(), portReached(factory));

            Files.writeString(file, "127.0.0.1:" + second.getLocalPort() + "\n");
            assertEquals(second.getLocalPort(), portReached(factory));
        }
    }

    @Test
    void withoutAFileItGoesWhereTheUrlSays() throws Exception {
        try (ServerSocket url = listening();
                Socket socket = new PrimarySocketFactory().createSocket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", url.getLocalPort()), 1_000);

            assertEquals(url.getLocalPort(), socket.getPort());
        }
    }

    @Test
    void aFileThatHoldsNoAddressIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("primary"), "somewhere");
        System.setProperty(PrimarySocketFactory.PROPERTY, file.toString());

        IOException wrong = assertThrows(IOException.class, () -> portReached(new PrimarySocketFactory()));

        assertTrue(wrong.getMessage().contains(file + " holds 'somewhere'"), wrong.getMessage());
    }

    /** The URL's address is nobody's: port 9 refuses. */
    private static int portReached(PrimarySocketFactory factory) throws IOException {
        try (Socket socket = factory.createSocket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", 9), 1_000);
            return socket.getPort();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }
}
