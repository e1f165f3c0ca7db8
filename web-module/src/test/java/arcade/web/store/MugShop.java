package arcade.web.store;

import static arcade.web.store.Browser.found;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.catalog.importing.Posted;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A shop with mugs at 18.00 and 4.90 of delivery, a browser in it, and its operator. */
final class MugShop {
    private static final String HOST = "after.localhost";
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final URL base;
    private final Browser browser;

    private MugShop(URL base) {
        this.base = base;
        this.browser = new Browser(base, HOST);
    }

    static MugShop open(URL base) throws Exception {
        MugShop shop = new MugShop(base);
        shop.operate("PUT", "stores/after", "application/json", BodyPublishers.ofString("""
                {"name": "After", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(HOST)));
        shop.operate(
                "POST",
                "stores/after/imports",
                "application/zip",
                BodyPublishers.ofFile(Posted.products(
                                "Handle,Title,Type,Variant SKU,Variant Price",
                                "mug,Mug,Cups,MUG,18",
                                "pot,Pot,Cups,POT,9")
                        .zip()));
        return shop;
    }

    Browser browser() {
        return browser;
    }

    String sent(String order, int pieces) throws Exception {
        HttpResponse<String> answer = json(
                "POST",
                "orders/" + token(order) + "/shipments",
                "{\"carrier\": \"DHL\", \"trackingNumber\": \"0034\", \"trackingUrl\": \"https://track.example/0034\","
                        + " \"lines\": [{\"position\": 1, \"pieces\": " + pieces + "}]}",
                201);
        return found(answer, "\"shipment\":\"([^\"]*)\"");
    }

    /** The address of an order whose money was taken. */
    String paid() throws Exception {
        String order = placed();
        assertEquals(
                1,
                change(
                        "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = ?",
                        token(order)));
        assertEquals(
                1,
                change(
                        "UPDATE shop_order SET state = 'PAID', paid_at = UTC_TIMESTAMP(6), number = "
                                + NUMBERS.incrementAndGet() + " WHERE ref = ?",
                        token(order)));
        return order;
    }

    String placed() throws Exception {
        browser.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));
        Map<String, String> form = browser.checkout();
        HttpResponse<String> answer = browser.post(form.remove("action"), form);
        return header(answer, "Location").replace("/pay", "");
    }

    static String token(String order) {
        return order.substring("/orders/".length());
    }

    static String refunds(String order) throws SQLException {
        return text(
                "SELECT CONCAT(COUNT(*), ' ', SUM(r.amount_minor)) FROM refund r JOIN payment p ON p.id = r.payment_id"
                        + " WHERE p.order_ref = ?",
                token(order));
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    HttpResponse<String> json(String method, String path, String body, int expected) throws Exception {
        HttpResponse<String> answer = call(method, path, "application/json", BodyPublishers.ofString(body));
        assertEquals(expected, answer.statusCode(), answer.body());
        return answer;
    }

    void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    HttpResponse<String> call(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + base.getAuthority() + "/internal/v1/" + path))
                .header("Authorization", "Bearer operator-token-of-the-tests")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .method(method, body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
