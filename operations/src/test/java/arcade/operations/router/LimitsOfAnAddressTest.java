package arcade.operations.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Role;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Tool;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real router before a node that always answers. */
class LimitsOfAnAddressTest {
    @TempDir
    private Path folder;

    private HttpServer node;
    private Machine machine;

    @BeforeEach
    void aNode() throws Exception {
        assumeTrue(Tool.find("haproxy").isPresent(), "haproxy is not installed");
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        node.start();
        try (ServerSocket free = new ServerSocket(0)) {
            machine = new Machine(
                    "router",
                    Role.ROUTER,
                    "here",
                    "127.0.0.1",
                    Map.of("http", free.getLocalPort()),
                    List.of(),
                    null,
                    "");
        }
    }

    @AfterEach
    void end() {
        if (node != null) {
            node.stop(0);
        }
    }

    @Test
    void whoSendsMoreFormsThanAPersonDoesWaitsAndMayStillLook() throws Exception {
        ProcessMark router = started(", forms: 3");
        try {
            for (int form = 1; form <= 3; form++) {
                assertEquals(200, post("/cart/add").statusCode());
            }
            HttpResponse<String> page = post("/cart/add");
            HttpResponse<String> answer = post("/api/v1/carts");

            assertEquals(429, page.statusCode());
            assertEquals("10", page.headers().firstValue("Retry-After").orElse(""));
            assertTrue(page.body().contains("Your cart is safe"), page.body());
            assertEquals(429, answer.statusCode());
            assertTrue(answer.body().contains("\"status\":429"), answer.body());
            assertEquals(200, get("/").statusCode());
            assertEquals(200, post("/webhooks/gateway").statusCode());
        } finally {
            ProcessHandle.of(router.pid()).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void whoAsksForMoreThanAPersonDoesWaits() throws Exception {
        ProcessMark router = started(", requests: 5");
        try {
            for (int request = 1; request <= 5; request++) {
                assertEquals(200, get("/").statusCode());
            }
            assertEquals(429, get("/").statusCode());
        } finally {
            ProcessHandle.of(router.pid()).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void whereNothingIsSaidThereIsNoLimit() throws Exception {
        ProcessMark router = started("");
        try {
            for (int request = 1; request <= 200; request++) {
                assertEquals(200, post("/cart/add").statusCode());
            }
        } finally {
            ProcessHandle.of(router.pid()).ifPresent(ProcessHandle::destroy);
        }
    }

    private ProcessMark started(String limits) throws Exception {
        String single = Files.readString(Path.of("../domain-config/topologies/single-machine.yaml"));
        Path topology = Files.writeString(
                folder.resolve("limited.yaml"), single.replaceFirst("(router: \\{[^}]*)\\}", "$1" + limits + "}"));
        Router router = new Router(
                new Home(folder), new Project(Path.of("..").toAbsolutePath().normalize()), machine);
        Machine shop = new Machine(
                "node1",
                Role.NODE,
                "here",
                "127.0.0.1",
                Map.of("http", node.getAddress().getPort(), "grid", 1),
                List.of("storefront"),
                null,
                "");
        ProcessMark process = router.start(new ClusterState("arcade-1", topology.toString(), false, "", List.of(shop)));
        router.awaitReady(process);
        return process;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString("a=b")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + machine.port("http") + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
