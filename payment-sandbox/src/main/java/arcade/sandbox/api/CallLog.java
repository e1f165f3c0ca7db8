package arcade.sandbox.api;

import arcade.sandbox.ledger.Json;
import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line on the sandbox's output for each call to the API, a JSON object: what was asked, how it ended, whose trace it carries. */
final class CallLog {
    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int LONGEST_PATH = 200;

    private CallLog() {}

    /** @param end the status that was sent, or the fault that was done instead */
    static void write(HttpExchange exchange, String request, String end) {
        Map<String, String> line = new LinkedHashMap<>();
        Matcher parent =
                PARENT.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
        if (parent.matches()) {
            line.put("trace", parent.group(1));
        }
        String path = exchange.getRequestURI().getRawPath();
        line.put("time", Instant.now().toString());
        line.put("node", "gateway");
        line.put("request", request);
        line.put("method", exchange.getRequestMethod());
        line.put("path", path.substring(0, Math.min(path.length(), LONGEST_PATH)));
        line.put("end", end);
        System.out.println(Json.text(line));
    }
}
