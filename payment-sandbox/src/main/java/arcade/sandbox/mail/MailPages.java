package arcade.sandbox.mail;

import arcade.sandbox.ledger.Json;
import arcade.sandbox.page.Template;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /mail}: the list · {@code /mail/N}: one of them · {@code /mail/N/html}: how a reader of HTML shows it · {@code /mail.json}: all,
 * for tests; {@code ?to=} only of one recipient.
 */
public final class MailPages implements HttpHandler {
    private static final Pattern ONE = Pattern.compile("/mail/(\\d{1,18})(/html)?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneOffset.UTC);

    private final MailCatcher catcher;
    private final Template list = Template.named(MailPages.class, "list.html");
    private final Template letter = Template.named(MailPages.class, "letter.html");
    private final byte[] style = Template.resource(MailPages.class, "mail.css").getBytes(StandardCharsets.UTF_8);

    public MailPages(MailCatcher catcher) {
        this.catcher = catcher;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher one = ONE.matcher(path);
            if (path.equals("/mail.css")) {
                send(exchange, "text/css; charset=utf-8", style);
            } else if (path.equals("/mail.json")) {
                send(exchange, "application/json", json(exchange.getRequestURI().getRawQuery()));
            } else if (path.equals("/mail") || path.equals("/mail/")) {
                page(exchange, list());
            } else if (one.matches()) {
                one(exchange, catcher.find(Long.parseLong(one.group(1))), one.group(2) != null);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void one(HttpExchange exchange, Optional<CaughtMail> found, boolean bare) throws IOException {
        if (found.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        if (bare) {
            // As a careful reader of mail shows it: its own styles, and nothing from anywhere.
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox");
            send(exchange, "text/html; charset=utf-8", found.get().html().getBytes(StandardCharsets.UTF_8));
        } else {
            page(exchange, letter(found.get()));
        }
    }

    private String list() {
        StringBuilder rows = new StringBuilder();
        List<CaughtMail> mails = catcher.newest();
        for (CaughtMail mail : mails) {
            rows.append("<li><a href=\"/mail/").append(mail.number()).append("\"><span class=\"subject\">");
            rows.append(Template.escape(mail.subject())).append("</span><span class=\"to\">");
            rows.append(Template.escape(mail.recipient())).append("</span><time>");
            rows.append(TIME.format(mail.at())).append("</time></a></li>\n");
        }
        return list.fill(Map.of(
                "summary",
                mails.isEmpty()
                        ? "Nothing yet. Buy something, and its confirmation comes here."
                        : "The newest " + mails.size() + ". None of them left this machine.",
                "rows",
                rows.toString()));
    }

    private String letter(CaughtMail mail) {
        return letter.fill(Map.of(
                "subject", mail.subject(),
                "from", mail.from(),
                "to", mail.recipient(),
                "at", TIME.format(mail.at()) + " UTC",
                "text", mail.text(),
                "frame", "/mail/" + mail.number() + "/html"));
    }

    private byte[] json(String query) {
        String only = query != null && query.startsWith("to=")
                ? java.net.URLDecoder.decode(query.substring("to=".length()), StandardCharsets.UTF_8)
                : "";
        List<CaughtMail> wanted = catcher.newest().stream()
                .filter(mail -> only.isEmpty() || mail.recipient().equals(only))
                .toList();
        return (Json.text(Json.tree(wanted)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void page(HttpExchange exchange, String html) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        send(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
