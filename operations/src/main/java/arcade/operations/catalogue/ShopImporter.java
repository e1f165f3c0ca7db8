package arcade.operations.catalogue;

import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.http.NodeClient;
import arcade.operations.node.Readiness;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** Brings stores and product files to a node, as the operator. */
final class ShopImporter {
    /** A node that says nothing for so long has stopped. */
    private static final Duration SILENCE = Duration.ofSeconds(120);

    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

    private final NodeClient node;

    /** @throws Failure when no node is ready to work */
    static ShopImporter ofReadyNode(Home home) {
        List<Machine> nodes = home.cluster().liveNodes();
        Machine ready = nodes.stream()
                .filter(machine -> new Readiness(machine).ready())
                .findFirst()
                .orElseThrow(() ->
                        new Failure(nodes.isEmpty() ? "no node is running" : "no node is ready", "run './arcade up'"));
        return new ShopImporter(new NodeClient(ready, home.secrets().operatorToken()));
    }

    ShopImporter(NodeClient node) {
        this.node = node;
    }

    /**
     * @param progress told as products are done
     * @throws Failure when nothing could be done: unknown store, no answer, not a file the shop reads
     */
    ImportReport products(String store, ProductFile products, boolean dryRun, BiConsumer<Integer, Integer> progress)
            throws InterruptedException {
        try (ImportArchive archive = ImportArchive.of(products)) {
            HttpRequest request = node.request(
                            "/internal/v1/stores/" + encoded(store) + "/imports?dryRun=" + dryRun, SILENCE)
                    .header("Content-Type", "application/zip")
                    .POST(BodyPublishers.ofFile(archive.path()))
                    .build();
            ImportAnswer answer = new ImportAnswer(progress);
            HttpResponse<Void> head = awaited(node.sendAsync(request, BodyHandlers.fromLineSubscriber(answer)), answer);
            if (head.statusCode() != 200) {
                throw refused(head.statusCode(), answer.strange(), store);
            }
            return answer.report().orElseThrow(() -> unfinished(answer.strange(), null));
        } catch (IOException e) {
            throw unfinished(e.toString(), e);
        }
    }

    /** Creates the store or makes it what this says. */
    void store(String code, String json) throws InterruptedException {
        try {
            HttpResponse<String> answer = node.send(
                    "PUT",
                    "/internal/v1/stores/" + encoded(code),
                    "application/json",
                    BodyPublishers.ofString(json),
                    BodyHandlers.ofString(),
                    STORE_TIMEOUT);
            if (answer.statusCode() / 100 != 2) {
                throw refused(answer.statusCode(), answer.body(), code);
            }
        } catch (IOException e) {
            throw unfinished(e.toString(), e);
        }
    }

    /** Adds those rules whose name the store does not know yet. */
    void promotions(String code, JsonArray wanted) throws InterruptedException {
        String path = "/internal/v1/stores/" + encoded(code) + "/promotions";
        try {
            HttpResponse<String> known = node.send(
                    "GET", path, "application/json", BodyPublishers.noBody(), BodyHandlers.ofString(), STORE_TIMEOUT);
            if (known.statusCode() != 200) {
                throw refused(known.statusCode(), known.body(), code);
            }
            Set<String> names =
                    names(JsonParser.parseString(known.body()).getAsJsonObject().getAsJsonArray("promotions"));
            for (JsonElement promotion : wanted) {
                if (names.add(promotion.getAsJsonObject().get("name").getAsString())) {
                    add(path, promotion, code);
                }
            }
        } catch (IOException e) {
            throw unfinished(e.toString(), e);
        }
    }

    /** Adds the page, if the store has none of its handle: words that somebody wrote meanwhile stay. */
    void page(String code, JsonObject page) throws InterruptedException {
        try {
            HttpResponse<String> answer = post("/internal/v1/stores/" + encoded(code) + "/pages", page);
            if (answer.statusCode() != 201 && answer.statusCode() != 409) {
                throw refused(answer.statusCode(), answer.body(), code);
            }
        } catch (IOException e) {
            throw unfinished(e.toString(), e);
        }
    }

    private void add(String path, JsonElement promotion, String code) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, promotion);
        if (answer.statusCode() != 201) {
            throw refused(answer.statusCode(), answer.body(), code);
        }
    }

    private HttpResponse<String> post(String path, JsonElement document) throws IOException, InterruptedException {
        return node.send(
                "POST",
                path,
                "application/json",
                BodyPublishers.ofString(document.toString()),
                BodyHandlers.ofString(),
                STORE_TIMEOUT);
    }

    private static Set<String> names(JsonArray promotions) {
        Set<String> names = new HashSet<>();
        promotions.forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
        return names;
    }

    private static HttpResponse<Void> awaited(CompletableFuture<HttpResponse<Void>> sent, ImportAnswer answer)
            throws InterruptedException, IOException {
        while (true) {
            try {
                return sent.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (answer.nanosSinceLastLine() > SILENCE.toNanos()) {
                    sent.cancel(true);
                    throw unfinished("it said nothing for " + SILENCE.toSeconds() + " s", e);
                }
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
    }

    private static Failure refused(int status, String body, String store) {
        String why = reason(body).orElse("it answers " + status);
        return switch (status) {
            case 401, 403 ->
                new Failure(
                        "the node does not accept this home's operator token: " + why,
                        "give the --home the cluster was started from");
            case 404 -> new Failure("there is no store '" + store + "'", "name an existing store with --store: " + why);
            case 400, 413, 415, 422 ->
                new Failure("the shop cannot read the file: " + why, "correct it and import it again");
            default -> new Failure("the node refused the import: " + why, "see the node's log under log/ in the home");
        };
    }

    private static Failure unfinished(String why, Throwable origin) {
        return new Failure(
                "the node did not finish the import: " + why,
                "see './arcade status', then run the same import again: what went in already stays unchanged",
                origin);
    }

    /** The detail, or else the title, of a problem document. */
    private static Optional<String> reason(String body) {
        try {
            JsonElement problem = JsonParser.parseString(body);
            if (!problem.isJsonObject()) {
                return Optional.empty();
            }
            return Optional.ofNullable(problem.getAsJsonObject().get("detail"))
                    .or(() -> Optional.ofNullable(problem.getAsJsonObject().get("title")))
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
