package arcade.sandbox;

import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Movement;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code GET /_ctl/ledger}: every movement of money so far, in order, one JSON object per line. */
final class ControlHandler implements HttpHandler {
    private final Ledger ledger;

    ControlHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isKnown = exchange.getRequestURI().getPath().equals("/_ctl/ledger");
            if (!isKnown || !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(isKnown ? 405 : 404, -1);
                return;
            }
            List<Movement> movements = ledger.read(books -> List.copyOf(books.movements()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, movements.isEmpty() ? -1 : 0);
            if (!movements.isEmpty()) {
                write(movements, exchange.getResponseBody());
            }
        }
    }

    private static void write(List<Movement> movements, OutputStream out) throws IOException {
        for (Movement movement : movements) {
            out.write((Json.text(movement) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
