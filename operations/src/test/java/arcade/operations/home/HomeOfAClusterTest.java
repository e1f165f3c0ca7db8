package arcade.operations.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.process.ProcessMark;
import arcade.operations.process.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeOfAClusterTest {
    private static final Machine NODE = new Machine(
            "node1",
            Role.NODE,
            "here",
            "127.0.0.1",
            Map.of("http", 20001, "grid", 20002),
            List.of("till"),
            new ProcessMark(4711, 815, Reach.LOCAL),
            "0.1.0-01234567");

    @TempDir
    private Path folder;

    @Test
    void whatIsRecordedIsReadBack() {
        Home home = new Home(folder);
        ClusterState state = new ClusterState("arcade-1", "t.yaml", true, "0.1.0-01234567", List.of(NODE));

        home.record(state);

        assertEquals(state, home.cluster());
    }

    @Test
    void whatWasRecordedBeforeHostsWereKnownIsOnThisMachine() throws IOException {
        Files.writeString(folder.resolve("cluster.json"), """
                {"cluster":"arcade-1","topology":"t.yaml","production":false,"release":"r","machines":[
                {"name":"node1","role":"node","host":"here","address":"127.0.0.1","ports":{"http":1},"roles":[],
                "process":{"pid":4711,"startTicks":815},"release":"r"}]}
                """);

        Machine node = new Home(folder).cluster().machine("node1");

        assertEquals(Reach.LOCAL, node.reach());
        assertEquals(Reach.LOCAL, node.process().reach());
    }

    @Test
    void withoutAClusterTheCureIsUp() {
        Failure failure = assertThrows(Failure.class, () -> new Home(folder).cluster());

        assertTrue(failure.cure().contains("./arcade up"), failure.cure());
    }

    @Test
    void aBrokenStateFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("cluster.json"), "{ nothing");

        Failure failure = assertThrows(Failure.class, () -> new Home(folder).state());

        assertTrue(failure.getMessage().contains("cluster.json"), failure.getMessage());
    }

    @Test
    void secretsAreRandomRememberedAndTheOwnersAlone() throws IOException {
        Secrets secrets = new Home(folder).secrets();

        assertTrue(secrets.gatewayKey().startsWith("sk_test_"));
        assertEquals(secrets.gatewayKey(), new Home(folder).secrets().gatewayKey());
        assertNotEquals(
                secrets.operatorToken(),
                new Home(folder.resolve("other")).secrets().operatorToken());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(secrets.nodeFolder().resolve(Secrets.OPERATOR_TOKEN)));
    }

    @Test
    void theNodesFolderHoldsNoPasswordOfTheDatabasesRoot() throws IOException {
        Secrets secrets = new Home(folder).secrets();
        secrets.databasePassword(Secrets.DATABASE_ROOT);

        try (var files = Files.list(secrets.nodeFolder())) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().contains("root")));
        }
    }

    @Test
    void aSocketsPathIsNeverLongerThanTheKernelTakes() {
        Home deep = new Home(folder.resolve("a-long-name-".repeat(12)));

        assertTrue(SocketPath.in(deep, "mariadb").toString().length() <= 107);
    }
}
