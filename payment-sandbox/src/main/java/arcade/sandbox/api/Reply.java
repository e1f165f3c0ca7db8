package arcade.sandbox.api;

import arcade.sandbox.fault.Distortion;
import arcade.sandbox.fault.Fault;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Event;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How an answer leaves: whole, or as a fault wants it. */
final class Reply {
    private static final String PAGE = "<html><head><title>Bad gateway</title></head><body>Bad gateway</body></html>";

    private final HttpExchange exchange;
    private final String request;
    private final Waiting waiting;
    private final Distortion distortion;

    /** @param request the value of Request-Id */
    Reply(HttpExchange exchange, String request, Waiting waiting, Distortion distortion) {
        this.exchange = exchange;
        this.request = request;
        this.waiting = waiting;
        this.distortion = distortion;
    }

    /** Goes on after a while without holding a thread. */
    void later(long millis, Runnable task, Runnable dropped) {
        waiting.later(exchange, millis, task, dropped);
    }

    void send(Answer answer, Fault fault) {
        later(fault.millisAfter(), () -> sendNow(answer, fault), () -> {});
    }

    private void sendNow(Answer answer, Fault fault) {
        if (fault.kind().isEmpty()) {
            send(answer);
            return;
        }
        switch (fault.kind().get()) {
            case LATENCY -> send(answer);
            case ERROR -> {
                // One that was carried out was counted, and put into the answer, when it was stored.
                if (fault.isInstead()) {
                    fault.struck();
                }
                send(answer);
            }
            case TIMEOUT -> {
                fault.struck();
                CallLog.write(exchange, request, "timeout");
                later(fault.millis(), exchange::close, () -> {});
            }
            case CLOSE -> {
                fault.struck();
                CallLog.write(exchange, request, "close");
                exchange.close();
            }
            case RATE_LIMIT -> {
                fault.struck();
                send(answer);
            }
            case HTML -> {
                fault.struck();
                send("text/html", fault.status(), PAGE, 1);
            }
            case HALF_BODY -> {
                fault.struck();
                head(answer);
                send("application/json", answer.status(), answer.body(), 2);
            }
            case OTHER_INTENT, OTHER_AMOUNT, OTHER_CURRENCY -> send(distorted(fault, answer));
        }
    }

    private Answer distorted(Fault fault, Answer answer) {
        Answer distorted = distortion.distort(fault.kind().orElseThrow(), answer);
        if (!distorted.body().equals(answer.body())) {
            fault.struck();
        }
        return distorted;
    }

    void send(Answer answer) {
        head(answer);
        send("application/json", answer.status(), answer.body(), 1);
    }

    private void head(Answer answer) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Request-Id", request);
        headers.set("Stripe-Version", Event.API_VERSION);
        if (answer.isReplay()) {
            headers.set("Idempotent-Replayed", "true");
            headers.set("Original-Request", answer.originalRequest());
        }
    }

    /** @param divisor 2 sends half of what the head announces and closes the connection */
    private void send(String type, int status, String text, int divisor) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        CallLog.write(exchange, request, Integer.toString(status));
        exchange.getResponseHeaders().set("Content-Type", type);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body, 0, body.length / divisor);
            exchange.getResponseBody().flush();
        } catch (IOException gone) {
            return; // The client did not wait for it; there is nobody left to tell.
        }
    }
}
