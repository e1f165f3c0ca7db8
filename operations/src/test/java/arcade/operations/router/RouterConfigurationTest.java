package arcade.operations.router;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterConfigurationTest {
    private static final Machine ROUTER = new Machine(
            "router",
            Role.ROUTER,
            "here",
            "127.0.0.1",
            Map.of("http", 20080, "backoffice", 20090),
            List.of(),
            null,
            "");

    @TempDir
    private Path folder;

    private Router router;

    @BeforeEach
    void aRouter() {
        router = new Router(
                new Home(folder), new Project(Path.of("..").toAbsolutePath().normalize()), ROUTER);
    }

    @Test
    void everyStorefrontNodeIsAServerOfBothBackends() throws IOException {
        String text = Files.readString(router.write(cluster(node("node1", "storefront"), node("node2", "storefront"))));

        assertTrue(text.contains("bind 127.0.0.1:20080"));
        assertTrue(text.contains("server node1 127.0.0.1:20001 check"));
        assertTrue(text.contains("server node2 127.0.0.1:20001 track pages/node2"));
    }

    @Test
    void aNodeThatIsOnlyTheTillGetsNoShoppers() throws IOException {
        String text = Files.readString(router.write(cluster(node("node1", "storefront"), node("safe", "till"))));

        assertFalse(text.contains("server safe"));
    }

    @Test
    void staffHasADoorOfItsOwnToTheNodesThatServeIt() throws IOException {
        Machine both = node("node1", "storefront", "backoffice");
        String text =
                Files.readString(router.write(cluster(both, node("shop", "storefront"), node("desk", "backoffice"))));
        String staff = text.substring(text.indexOf("\nbackend backoffice"));

        assertTrue(text.contains("bind 127.0.0.1:20090"), text);
        assertTrue(staff.contains("server node1 127.0.0.1:20001 track pages/node1"), staff);
        assertTrue(staff.contains("server desk 127.0.0.1:20001 check"), staff);
        assertFalse(staff.contains("server shop"), staff);
        assertFalse(text.substring(0, text.length() - staff.length()).contains("server desk"), text);
    }

    @Test
    void inALaboratoryStaffComesInFromThePrivateSide() throws IOException {
        String lab =
                Path.of("../domain-config/topologies/lab.yaml").toAbsolutePath().toString();

        String text = Files.readString(
                router.write(new ClusterState("arcade-1", lab, false, "", List.of(node("node1", "storefront")))));

        assertTrue(text.contains("bind 10.77.0.10:20090"), text);
        assertTrue(text.contains("bind 127.0.0.1:20080"), text);
    }

    @Test
    void anotherNodeMakesAnotherConfiguration() {
        ClusterState one = cluster(node("node1", "storefront"));
        router.write(one);

        assertTrue(router.matches(one));
        assertFalse(router.matches(cluster(node("node1", "storefront"), node("node2", "storefront"))));
    }

    @Test
    void haproxyTakesIt() {
        assumeTrue(Tool.find("haproxy").isPresent(), "haproxy is not installed");
        Path settings = router.write(cluster(node("node1", "storefront", "backoffice"), node("desk", "backoffice")));

        Tool check = Tool.run("haproxy", "-c", "-q", "-f", settings.toString());

        assertTrue(check.succeeded(), check.output());
    }

    private static Machine node(String name, String... roles) {
        return new Machine(
                name, Role.NODE, "here", "127.0.0.1", Map.of("http", 20001, "grid", 20002), List.of(roles), null, "");
    }

    private static ClusterState cluster(Machine... nodes) {
        return new ClusterState("arcade-1", "t.yaml", false, "", List.of(nodes));
    }
}
