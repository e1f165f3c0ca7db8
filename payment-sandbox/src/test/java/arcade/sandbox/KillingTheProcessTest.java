package arcade.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed while clients pay; what a client was told must be in the ledger. */
class KillingTheProcessTest {
    private static final int CLIENTS = 8;
    private static final int ANSWERS_BEFORE_THE_KILL = 200;
    private static final Pattern INTENT = Pattern.compile("\"id\":\"(pi_\\w+)\",\"object\":\"payment_intent\"");

    @TempDir
    Path folder;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);

    @Test
    void everyAnsweredPaymentIsInTheLedgerOnce() throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (SandboxProcess process = SandboxProcess.start(folder.resolve("ledger"))) {
            String api = process.api();
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> payUntilItIsGone(api));
            }
            assertTrue(answers.await(60, TimeUnit.SECONDS), "too few answers: " + told.size());
        } finally {
            clients.shutdown();
        }
        assertTrue(clients.awaitTermination(30, TimeUnit.SECONDS));

        try (RunningSandbox restored = RunningSandbox.on(folder.resolve("ledger"))) {
            String ledger = String.join("\n", restored.ledger());
            for (String intent : told) {
                String captured = "\"type\":\"captured\",\"intent\":\"" + intent + "\"";
                assertEquals(2, ledger.split(Pattern.quote(captured), -1).length, intent);
            }
        }
    }

    private void payUntilItIsGone(String api) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest pay = HttpRequest.newBuilder(URI.create(api + "/v1/payment_intents"))
                .header("Authorization", "Bearer " + RunningSandbox.KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "amount=1200&currency=eur&confirm=true&payment_method=pm_card_visa"))
                .build();
        try {
            while (true) {
                Matcher intent = INTENT.matcher(
                        client.send(pay, HttpResponse.BodyHandlers.ofString()).body());
                assertTrue(intent.find());
                told.add(intent.group(1));
                answers.countDown();
            }
        } catch (IOException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
