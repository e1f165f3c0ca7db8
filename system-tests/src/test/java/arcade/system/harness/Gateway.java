package arcade.system.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The card gateway's own book: what was really charged, whatever the shop believes. */
public final class Gateway {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String control;

    Gateway(Machine machine) {
        control = "http://" + machine.address() + ":" + machine.port("control");
    }

    /** Every movement of money, in order. */
    public List<JsonObject> ledger() {
        return get("/_ctl/ledger")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** What it does wrong on purpose at the moment. */
    public JsonObject faults() {
        return JsonParser.parseString(get("/_ctl/faults")).getAsJsonObject();
    }

    /** The mails that were sent to this address, newest first; none of them has left the sandbox. */
    public List<JsonObject> mails(String recipient) {
        String query = "?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8);
        return JsonParser.parseString(get("/mail.json" + query)).getAsJsonArray().asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(control + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway's control port does not answer " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often money was taken for this order. */
    public long captures(String order) {
        return ledger().stream()
                .filter(movement -> movement.get("type").getAsString().equals("captured"))
                .filter(movement -> movement.getAsJsonObject("metadata")
                        .get("order")
                        .getAsString()
                        .equals(order))
                .count();
    }
}
