package arcade.sandbox;

import arcade.sandbox.fault.FaultSet;
import arcade.sandbox.fault.FaultSetReader;
import arcade.sandbox.fault.Faults;
import arcade.sandbox.fault.Fields;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Movement;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** For tests alone: the movements of money, the faults and the clock. */
final class ControlHandler implements HttpHandler {
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final long MAX_OFFSET_SECONDS = Duration.ofDays(3650).toSeconds();

    private final Ledger ledger;
    private final Faults faults;
    private final AdjustableClock clock;

    ControlHandler(Ledger ledger, Faults faults, AdjustableClock clock) {
        this.ledger = ledger;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (call) {
                case "GET /_ctl/ledger" -> sendLedger(exchange);
                case "GET /_ctl/faults" -> send(exchange, 200, withCounts());
                case "POST /_ctl/faults" -> answer(exchange, this::replaceFaults);
                case "DELETE /_ctl/faults" -> {
                    faults.clear();
                    send(exchange, 200, Json.tree(faults.set()));
                }
                case "GET /_ctl/clock" -> send(exchange, 200, time());
                case "POST /_ctl/clock" -> answer(exchange, this::setClock);
                default -> refuse(exchange);
            }
        }
    }

    private void refuse(HttpExchange exchange) throws IOException {
        boolean isKnown = List.of("/_ctl/ledger", "/_ctl/faults", "/_ctl/clock")
                .contains(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(isKnown ? 405 : 404, -1);
    }

    private void answer(HttpExchange exchange, Function<String, JsonElement> change) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        try {
            if (body.length > MAX_BODY_BYTES) {
                throw new IllegalArgumentException("the body is longer than " + MAX_BODY_BYTES + " bytes");
            }
            send(exchange, 200, change.apply(new String(body, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException wrong) {
            send(exchange, 400, Json.tree(Map.of("error", wrong.getMessage())));
        }
    }

    private JsonElement replaceFaults(String body) {
        FaultSet set = FaultSetReader.read(body);
        faults.replace(set);
        return Json.tree(set);
    }

    private JsonElement withCounts() {
        JsonObject tree = Json.tree(faults.set()).getAsJsonObject();
        tree.add("injected", Json.tree(faults.injected()));
        return tree;
    }

    private JsonElement setClock(String body) {
        Fields fields = Fields.parse(body).only("offsetSeconds");
        clock.setOffset(Duration.ofSeconds(fields.whole("offsetSeconds", 0, -MAX_OFFSET_SECONDS, MAX_OFFSET_SECONDS)));
        return time();
    }

    private JsonElement time() {
        return Json.tree(Map.of(
                "now",
                clock.instant().getEpochSecond(),
                "offsetSeconds",
                clock.offset().toSeconds()));
    }

    private static void send(HttpExchange exchange, int status, JsonElement json) throws IOException {
        byte[] body = (Json.text(json) + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** One JSON object per line, in order. */
    private void sendLedger(HttpExchange exchange) throws IOException {
        List<Movement> movements = ledger.read(books -> List.copyOf(books.movements()));
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, movements.isEmpty() ? -1 : 0);
        if (!movements.isEmpty()) {
            write(movements, exchange.getResponseBody());
        }
    }

    private static void write(List<Movement> movements, OutputStream out) throws IOException {
        for (Movement movement : movements) {
            out.write((Json.text(movement) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
