package arcade.operations.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.process.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingATopologyTest {
    private static final Path SINGLE_MACHINE = Path.of("../domain-config/topologies/single-machine.yaml");

    @TempDir
    private Path folder;

    @Test
    void theDefaultIsThreeNodesThatMayAllDoEverything() {
        Topology topology = TopologyFile.read(SINGLE_MACHINE);

        assertEquals(8080, topology.routerPort());
        assertEquals(List.of("node1", "node2", "node3"), names(topology));
        assertTrue(topology.nodes().stream().allMatch(node -> node.roles().size() == NodePlan.ROLES.size()));
        assertTrue(topology.oneHost());
    }

    @Test
    void anotherNumberOfNodesTakesTheFirstOrAddsMore() {
        Topology topology = TopologyFile.read(SINGLE_MACHINE);

        assertEquals(List.of("node1"), names(topology.withNodes(1)));
        assertEquals(List.of("node1", "node2", "node3", "node4", "node5"), names(topology.withNodes(5)));
    }

    @Test
    void anUnknownKeyIsNamedWithFileAndWhatIsAllowed() throws IOException {
        Failure failure = failureOf(text -> text.replace("router:", "ruoter:"));

        assertTrue(failure.getMessage().contains("broken.yaml"), failure.getMessage());
        assertTrue(failure.getMessage().contains("'ruoter' is unknown"), failure.getMessage());
        assertTrue(failure.cure().contains("router"), failure.cure());
        assertEquals(Exit.USAGE, failure.exitCode());
    }

    @Test
    void anUnknownRoleIsNamedWithItsPlace() throws IOException {
        Failure failure = failureOf(text -> text.replaceFirst("jobs, till", "jobs, tills"));

        assertTrue(failure.getMessage().contains("'nodes[0].roles' holds 'tills'"), failure.getMessage());
        assertEquals("allowed: backoffice, jobs, storefront, till", failure.cure());
    }

    @Test
    void anUnknownHostIsAnsweredWithTheHostsThereAre() throws IOException {
        Failure failure = failureOf(text -> text.replace("database: {host: here}", "database: {host: there}"));

        assertTrue(failure.getMessage().contains("'database.host' is 'there'"), failure.getMessage());
        assertEquals("allowed: here", failure.cure());
    }

    @Test
    void aWayToReachAHostThatIsNotThereIsRefused() throws IOException {
        Failure failure = failureOf(text -> text.replace("reach: local", "reach: telepathy"));

        assertTrue(failure.getMessage().contains("'hosts.here.reach' is 'telepathy'"), failure.getMessage());
    }

    @Test
    void aPortThatIsNoneIsRefused() throws IOException {
        Failure failure = failureOf(text -> text.replace("port: 8080", "port: 80800"));

        assertTrue(failure.getMessage().contains("'router.port' is '80800'"), failure.getMessage());
        assertEquals("allowed: a whole number from 0 to 65535", failure.cure());
    }

    @Test
    void twoNodesOfOneNameAreRefused() throws IOException {
        Failure failure = failureOf(text -> text.replace("name: node2", "name: node1"));

        assertTrue(failure.getMessage().contains("'nodes[1].name' is 'node1'"), failure.getMessage());
    }

    @Test
    void aFileThatIsNoYamlSaysWhere() throws IOException {
        Failure failure = failureOf(text -> text.replace("hosts:", "hosts: ["));

        assertTrue(failure.getMessage().contains("is no YAML"), failure.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Failure failure = assertThrows(Failure.class, () -> TopologyFile.read(folder.resolve("none.yaml")));

        assertTrue(failure.getMessage().contains("none.yaml"), failure.getMessage());
    }

    private interface Mistake {
        String in(String text);
    }

    private Failure failureOf(Mistake mistake) throws IOException {
        String right = Files.readString(SINGLE_MACHINE);
        String wrong = mistake.in(right);
        assertTrue(!wrong.equals(right), "the mistake must change the file");
        Path file = Files.writeString(folder.resolve("broken.yaml"), wrong);
        return assertThrows(Failure.class, () -> TopologyFile.read(file));
    }

    @Test
    void everyShippedTopologyIsRead() throws IOException {
        try (Stream<Path> files = Files.list(SINGLE_MACHINE.getParent())) {
            for (Path file : files.toList()) {
                assertFalse(TopologyFile.read(file).nodes().isEmpty(), file.toString());
            }
        }
    }

    @Test
    void aHostIsReachedHereInANamespaceOrBySsh() {
        Topology lab = TopologyFile.read(SINGLE_MACHINE.resolveSibling("lab.yaml"));
        Topology production = TopologyFile.read(SINGLE_MACHINE.resolveSibling("production-example.yaml"));

        assertEquals(Reach.namespace("arcade-node1"), lab.nodes().get(0).host().reach());
        assertEquals("10.77.0.10", lab.router().inside());
        assertFalse(lab.oneHost());
        assertEquals("arcade@10.20.0.21", production.database().reach().target());
        assertEquals("/srv/arcade", production.database().reach().folder());
        assertEquals("10.20.0.2", production.operator().address());
        assertTrue(production.production());
        assertEquals("https://api.stripe.com", production.gatewayUrl());
        assertEquals(new MailRelay("smtp.example.com", 587, "starttls", "shop", "shop@example.com"), production.mail());
    }

    @Test
    void aServerForMailNeedsAnAddressToWriteFrom() throws IOException {
        Failure nobody = failureOf(text -> text + "\nmail: {host: localhost, from: shop}\n");
        Failure unknown = failureOf(text -> text + "\nmail: {host: localhost, from: a@b, security: ssl}\n");

        assertTrue(
                nobody.getMessage().contains("mail.from") && nobody.getMessage().contains("'shop'"),
                nobody::getMessage);
        assertTrue(unknown.getMessage().contains("mail.security"), unknown::getMessage);
    }

    @Test
    void picturesLieInTheHomeOrInAFolderOrInABucket() throws IOException {
        assertEquals(MediaPlace.HOME, TopologyFile.read(SINGLE_MACHINE).media());
        assertEquals(
                new MediaPlace("/srv/arcade-media", null, null, null),
                TopologyFile.read(Path.of("../domain-config/topologies/production-example.yaml"))
                        .media());
        Path file = folder.resolve("bucket.yaml");
        Files.writeString(
                file,
                Files.readString(SINGLE_MACHINE)
                        + "\nmedia: {bucket: pictures, endpoint: \"https://s3.example.com\", region: eu}\n");
        assertEquals(
                new MediaPlace(null, "pictures", "https://s3.example.com", "eu"),
                TopologyFile.read(file).media());

        Failure place = failureOf(text -> text + "\nmedia: {bucket: pictures, endpoint: s3.example.com}\n");
        Failure key = failureOf(text -> text + "\nmedia: {buckets: pictures}\n");

        assertTrue(place.getMessage().contains("'media.endpoint' is 's3.example.com'"), place::getMessage);
        assertTrue(key.getMessage().contains("'media.buckets' is unknown"), key::getMessage);
    }

    @Test
    void staffComesInByADomainOfItsOwnAlsoWhereTheFileSaysNothing() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(SINGLE_MACHINE)
                        + "\nbackoffice: {domain: desk.example.com, port: 9443, admin: ada@example.com}\n");

        assertEquals(
                new Backoffice("backoffice.arcade.localhost", 8090, "admin@backoffice.arcade.localhost"),
                TopologyFile.read(SINGLE_MACHINE).backoffice());
        assertEquals(
                new Backoffice("desk.example.com", 9443, "ada@example.com"),
                TopologyFile.read(file).backoffice());
        Failure failure = failureOf(text -> text + "\nbackoffice: {domain: 'desk.example.com:80'}\n");
        assertTrue(failure.getMessage().contains("'backoffice.domain'"), failure::getMessage);
    }

    @Test
    void onlyOneStorefrontMayDoWithoutARouter() throws IOException {
        assertNull(TopologyFile.read(SINGLE_MACHINE.resolveSibling("two-machines.yaml"))
                .router());

        Failure failure = failureOf(text -> text.replaceFirst("router: .*\n", ""));

        assertTrue(failure.getMessage().contains("'router' is missing"), failure.getMessage());
    }

    @Test
    void aHostHasAnAddressNotAName() throws IOException {
        Failure failure = failureOf(text -> text.replace("address: 127.0.0.1", "address: localhost"));

        assertTrue(failure.getMessage().contains("'hosts.here.address' is 'localhost'"), failure.getMessage());
    }

    @Test
    void anSshHostWithoutItsFolderIsRefused() throws IOException {
        Failure failure = failureOf(text -> text.replace("reach: local", "reach: ssh"));

        assertTrue(failure.getMessage().contains("'hosts.here.folder' is missing"), failure.getMessage());
    }

    private static List<String> names(Topology topology) {
        return topology.nodes().stream().map(NodePlan::name).toList();
    }
}
