package arcade.operations.prove;

import arcade.operations.home.Failure;
import arcade.operations.home.Machine;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of each intent at the gateway, by the last movement of its money in the ledger. */
final class GatewayStates {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_TOLD = 20;

    /** The last movement that each final state of a payment must have; the others have no final state at the gateway. */
    private static final Map<String, List<String>> AGREED = Map.of(
            "CAPTURED", List.of("captured", "refunded"),
            "VOIDED", List.of("voided", ""),
            "ABANDONED", List.of("voided", ""),
            "REQUIRES_ACTION", List.of(""),
            "DECLINED", List.of(""),
            "EXPIRED", List.of("voided", ""));

    private final URI ledger;

    GatewayStates(Machine gateway) {
        this.ledger = URI.create("http://" + gateway.address() + ":" + gateway.port("control") + "/_ctl/ledger");
    }

    private record Row(String payment, String state, String intent) {}

    /** @return a sentence for each payment about which shop and gateway differ */
    List<String> against(TillLog log) throws InterruptedException {
        List<Row> rows = log.rows(
                "SELECT ref, state, gateway_intent FROM payment WHERE gateway_intent IS NOT NULL",
                row -> new Row(row.getString(1), row.getString(2), row.getString(3)));
        // Read after the shop: it has every movement the shop speaks of.
        Map<String, String> last = lastMovements();
        List<String> differences = new ArrayList<>();
        for (Row row : rows) {
            List<String> agreed = AGREED.get(row.state());
            String moved = last.getOrDefault(row.intent(), "");
            if (agreed != null && !agreed.contains(moved) && differences.size() < MOST_TOLD) {
                differences.add("payment " + row.payment() + " is " + row.state() + ", the gateway's last movement of "
                        + row.intent() + " is '" + moved + "'");
            }
        }
        return differences;
    }

    private Map<String, String> lastMovements() throws InterruptedException {
        Map<String, String> last = new HashMap<>();
        try {
            String lines = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(ledger).timeout(TIMEOUT).build(), BodyHandlers.ofString())
                    .body();
            for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
                JsonObject movement = JsonParser.parseString(line).getAsJsonObject();
                last.put(
                        movement.get("intent").getAsString(),
                        movement.get("type").getAsString());
            }
            return last;
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new Failure("cannot read the gateway's ledger: " + e, "see './arcade status'", e);
        }
    }
}
