package arcade.operations.audit;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Reads the gateway's ledger at its control port: one JSON object a line. */
final class LedgerReader {
    private static final Gson JSON = new Gson();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    LedgerReader(URI address) {
        this.address = address;
    }

    static LedgerReader of(Machine gateway) {
        return new LedgerReader(
                URI.create("http://" + gateway.address() + ":" + gateway.port("control") + "/_ctl/ledger"));
    }

    /** @throws Failure when the gateway does not answer, or not with a ledger */
    Ledger read() throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(address).timeout(TIMEOUT).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw unreadable("it answers " + answer.statusCode(), null);
            }
            return parse(answer.body());
        } catch (IOException e) {
            throw unreadable(e.getClass().getSimpleName() + " " + e.getMessage(), e);
        } catch (JsonParseException e) {
            throw unreadable("it is no ledger: " + e.getMessage(), e);
        }
    }

    static Ledger parse(String lines) {
        List<Movement> movements = lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> JSON.fromJson(line, Movement.class))
                .toList();
        for (Movement movement : movements) {
            if (movement.type() == null || movement.intent() == null) {
                throw new JsonParseException("a movement without type or intent: " + movement);
            }
        }
        return new Ledger(movements);
    }

    private Failure unreadable(String why, Throwable origin) {
        return new Failure(
                "cannot read the gateway's ledger at " + address + ": " + why,
                "see './arcade status' whether the gateway runs; './arcade up' starts it again",
                origin);
    }
}
