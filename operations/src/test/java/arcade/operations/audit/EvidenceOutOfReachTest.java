package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.database.Access;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.home.Secrets;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceOutOfReachTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatIsDownIsNamedWithItsCure() throws IOException {
        Home home = new Home(folder);
        Machine database = new Machine(
                "database", Role.DATABASE, "here", "127.0.0.1", Map.of("sql", closedPort()), List.of(), null, "");
        Access access = new Access(database, home.secrets());
        String password = home.secrets().databasePassword(Secrets.DATABASE_AUDIT);

        Failure failure = assertThrows(Failure.class, access::asAuditor);

        assertTrue(failure.getMessage().startsWith("the database cannot be reached"), failure.getMessage());
        assertFalse(failure.getMessage().contains(password), failure.getMessage());
    }

    @Test
    void aGatewayThatIsDownIsNamedWithItsCure() throws IOException {
        LedgerReader reader = new LedgerReader(URI.create("http://127.0.0.1:" + closedPort() + "/_ctl/ledger"));

        Failure failure = assertThrows(Failure.class, reader::read);

        assertTrue(failure.getMessage().startsWith("cannot read the gateway's ledger"), failure.getMessage());
    }

    @Test
    void anAnswerThatIsNoLedgerIsRefused() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        other.createContext("/", exchange -> {
            byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            LedgerReader reader = new LedgerReader(
                    URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/_ctl/ledger"));

            assertTrue(assertThrows(Failure.class, reader::read).getMessage().contains("it is no ledger"));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aDatabaseOfAnOlderReleaseIsNamedWithItsCure() {
        SQLException missing = new SQLException("Table 'arcade.audit_refund' doesn't exist", "42S02", 1146);
        SQLException denied = new SQLException("SELECT command denied for table `audit_break`", "42000", 1142);

        Failure failure = ShopReader.unreadable(missing);

        assertTrue(failure.getMessage().startsWith("this database has not all views"), failure.getMessage());
        assertTrue(failure.getMessage().contains("audit_refund"), failure.getMessage());
        assertTrue(ShopReader.unreadable(denied).getMessage().startsWith("this database has not all views"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
