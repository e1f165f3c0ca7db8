package arcade.operations.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.http.NodeClient;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopImporterTest {
    private static final String DONE = """
            {"progress":{"done":1,"total":2}}
            {"progress":{"done":2,"total":2}}
            {"report":{"created":1,"updated":1,"unchanged":0,"rejected":[],\
            "notices":[{"line":3,"text":"no SKU"}],"pictures":{"stored":1,"unreachable":0},"dryRun":true}}
            """;

    @TempDir
    private Path folder;

    private final List<String> requests = new ArrayList<>();
    private final List<String> entries = new ArrayList<>();
    private int status = 200;
    private String answer = DONE;
    private HttpServer node;

    @BeforeEach
    void aNode() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        node.createContext("/", this::answer);
        node.start();
        Files.createDirectories(folder.resolve("pictures"));
        Files.writeString(folder.resolve("pictures/mug.svg"), "<svg/>");
        Files.writeString(folder.resolve("mugs.csv"), "Handle,Image Src\nmug,pictures/mug.svg\n");
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void theFileGoesInWithItsPicturesAndTheReportComesBack() throws InterruptedException {
        List<String> progress = new ArrayList<>();

        ImportReport report =
                importer().products("arcade", mugs(), true, (done, total) -> progress.add(done + "/" + total));

        assertEquals(List.of("POST /internal/v1/stores/arcade/imports?dryRun=true Bearer t0ken"), requests);
        assertEquals(List.of("products.csv", "pictures/mug.svg"), entries);
        assertEquals(List.of("1/2", "2/2"), progress);
        assertEquals(1, report.created());
        assertEquals(List.of(new ImportReport.Notice(3, "no SKU")), report.notices());
    }

    @Test
    void anUnknownStoreIsNamed() {
        status = 404;
        answer = "{\"title\":\"Not Found\",\"detail\":\"the stores are arcade, garden\"}";

        Failure failure =
                assertThrows(Failure.class, () -> importer().products("nowhere", mugs(), false, (d, t) -> {}));

        assertEquals("there is no store 'nowhere'", failure.getMessage());
        assertTrue(failure.cure().contains("the stores are arcade, garden"));
    }

    @Test
    void aFileThatTheShopCannotReadIsToBeCorrected() {
        status = 400;
        answer = "{\"detail\":\"line 2: a quote is never closed\"}";

        Failure failure = assertThrows(Failure.class, () -> importer().products("arcade", mugs(), false, (d, t) -> {}));

        assertEquals("the shop cannot read the file: line 2: a quote is never closed", failure.getMessage());
    }

    @Test
    void anAnswerThatEndsBeforeItsReportIsAFailure() {
        answer = "{\"progress\":{\"done\":1,\"total\":2}}\n";

        Failure failure = assertThrows(Failure.class, () -> importer().products("arcade", mugs(), false, (d, t) -> {}));

        assertTrue(failure.getMessage().startsWith("the node did not finish the import"));
    }

    @Test
    void aNodeThatDoesNotAnswerIsAFailure() {
        node.stop(0);

        Failure failure = assertThrows(Failure.class, () -> importer().products("arcade", mugs(), false, (d, t) -> {}));

        assertTrue(failure.getMessage().startsWith("the node did not finish the import"));
    }

    @Test
    void aStoreIsPutAsItStands() throws InterruptedException {
        status = 204;
        importer().store("garden", "{}");

        assertEquals(List.of("PUT /internal/v1/stores/garden Bearer t0ken"), requests);
    }

    @Test
    void aPromotionThatTheStoreKnowsIsNotAddedAgain() throws InterruptedException {
        status = 200;
        answer = "{\"promotions\":[{\"name\":\"A tenth\"}]}";
        JsonArray wanted = JsonParser.parseString("[{\"name\":\"A tenth\"}]").getAsJsonArray();

        importer().promotions("garden", wanted);
        wanted.add(JsonParser.parseString("{\"name\":\"Another\"}"));
        Failure refused = assertThrows(Failure.class, () -> importer().promotions("garden", wanted));

        String get = "GET /internal/v1/stores/garden/promotions Bearer t0ken";
        assertEquals(List.of(get, get, get.replace("GET", "POST")), requests, "200 is not what an addition answers");
        assertTrue(refused.getMessage().contains("200"), refused.getMessage());
    }

    private ShopImporter importer() {
        Machine machine = new Machine(
                "node1",
                Role.NODE,
                "here",
                "127.0.0.1",
                Map.of("http", node.getAddress().getPort()),
                List.of(),
                null,
                "");
        return new ShopImporter(new NodeClient(machine, "t0ken"));
    }

    private ProductFile mugs() {
        return ProductFile.at(folder.resolve("mugs.csv"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] sent = exchange.getRequestBody().readAllBytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
            }
        }
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        if (status != 204) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
