package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger can no longer be written, and every answer is to be spoiled: what is spoiled must be on disk before. */
class FillingTheDiskTest {
    private static final int MAX_CALLS = 500;
    private static final String SMALL_FILES = "ulimit -f 64 && exec \"$0\" \"$@\"";
    private static final String PAGES_FOR_ANSWERS =
            "{\"rules\":[{\"operation\":\"create\",\"kind\":\"html\",\"status\":502}]}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void noFaultComesBeforeItsCallIsOnDisk() throws IOException, InterruptedException {
        Path ledger = folder.resolve("ledger");
        int pages = 0;
        try (SandboxProcess process = SandboxProcess.start(ledger, "bash", "-c", SMALL_FILES)) {
            post(process.control() + "/_ctl/faults", PAGES_FOR_ANSWERS);
            HttpResponse<String> answer = pay(process);
            while (answer.statusCode() == 502 && pages < MAX_CALLS) {
                pages++;
                answer = pay(process);
            }
            assertEquals(500, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("The sandbox failed on request"), answer.body());
        }

        try (RunningSandbox restored = RunningSandbox.on(ledger)) {
            long captured = restored.ledger().stream()
                    .filter(line -> line.contains("\"type\":\"captured\""))
                    .count();
            assertTrue(pages > 0);
            assertEquals(captured, pages);
        }
    }

    private HttpResponse<String> pay(SandboxProcess process) throws IOException, InterruptedException {
        return post(
                process.api() + "/v1/payment_intents",
                "amount=1200&currency=eur&confirm=true&payment_method=pm_card_visa");
    }

    private HttpResponse<String> post(String address, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + RunningSandbox.KEY)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
