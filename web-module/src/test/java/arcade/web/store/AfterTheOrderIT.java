package arcade.web.store;

import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.catalog.importing.Posted;
import arcade.testing.TestRelease;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A buyer's browser, without a script, on the pages of his order: two mugs at 18.00 and 4.90 of delivery. */
@ExtendWith(ArquillianExtension.class)
class AfterTheOrderIT {
    private static final String HOST = "after.localhost";
    private static final AtomicLong NUMBERS = new AtomicLong();

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openStore() throws Exception {
        operate("PUT", "stores/after", "application/json", BodyPublishers.ofString("""
                {"name": "After", "tagline": "Cups", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["%s"], "categories": [{"handle": "cups", "title": "Cups"}],
                 "shipping": [{"country": "DE", "amountMinor": 490}], "taxPercent": {"DE": 19}}""".formatted(HOST)));
        operate(
                "POST",
                "stores/after/imports",
                "application/zip",
                BodyPublishers.ofFile(
                        Posted.products("Handle,Title,Type,Variant SKU,Variant Price", "mug,Mug,Cups,MUG,18")
                                .zip()));
        browser = new Browser(base, HOST);
    }

    @Test
    void aPaidOrderShowsItsWayAndItsInvoice() throws Exception {
        json("PUT", "stores/after/seller", "{\"name\": \"Ada Ltd\", \"address\": \"1 Mill Lane\\nDublin\"}", 204);
        String order = paid();

        HttpResponse<String> page = browser.get(order);
        HttpResponse<String> invoice = browser.get(order + "/invoice.pdf");

        assertTrue(page.body().contains("Ordered") && page.body().contains("Being made ready"), page.body());
        assertTrue(page.body().contains(order + "/invoice.pdf"), page.body());
        assertEquals(200, invoice.statusCode());
        assertTrue(header(invoice, "Content-Type").startsWith("application/pdf"));
        assertEquals("private, no-store", header(invoice, "Cache-Control"));
        assertTrue(header(invoice, "Content-Disposition").matches("attachment; filename=\"invoice-[0-9]+\\.pdf\""));
        assertTrue(invoice.body().startsWith("%PDF-"));
        assertTrue(text("SELECT document FROM invoice WHERE order_ref = ?", token(order))
                .contains("Ada Ltd"));
    }

    @Test
    void foreignAndWrongAddressesAreNotFound() throws Exception {
        String order = paid();
        Browser stranger = new Browser(base, "after2.localhost");
        operate("PUT", "stores/after2", "application/json", BodyPublishers.ofString("""
                {"name": "Other", "tagline": "", "currency": "EUR", "locale": "en-IE", "country": "DE",
                 "look": "arcade", "domains": ["after2.localhost"], "categories": [], "shipping": [], "taxPercent": {}}"""));

        for (String action : List.of("cancel", "return", "withdraw", "invoice.pdf", "credit-note-1.pdf")) {
            assertEquals(404, stranger.get(order + "/" + action).statusCode(), action);
            assertEquals(
                    404, browser.get("/orders/" + "0".repeat(26) + "/" + action).statusCode(), action);
        }
        for (String wrong :
                List.of("/nothing", "/cancel/x", "/invoice.PDF", "/credit-note-x.pdf", "/credit-note-99.pdf")) {
            assertEquals(404, browser.get(order + wrong).statusCode(), wrong);
        }
        assertEquals(404, browser.get(placed() + "/invoice.pdf").statusCode());
        assertEquals(403, browser.post(order + "/cancel", Map.of()).statusCode());
        assertEquals(403, browser.post(order + "/withdraw", Map.of("csrf", "x")).statusCode());
    }

    @Test
    void aPaidOrderIsCancelledOnceHoweverOftenTheFormIsSent() throws Exception {
        String order = paid();
        HttpResponse<String> asked = browser.get(order + "/cancel");
        assertTrue(asked.body().contains("€40.90"), asked.body());
        Map<String, String> form = Map.of("csrf", field(asked, "csrf"));

        HttpResponse<String> first = browser.post(order + "/cancel", form);
        HttpResponse<String> second = browser.post(order + "/cancel", form);

        assertEquals(303, first.statusCode());
        assertEquals(order + "?done=cancel", header(first, "Location"));
        assertEquals(header(first, "Location"), header(second, "Location"));
        assertEquals("1 4090", refunds(order));
        String page = browser.get(order + "?done=cancel").body();
        assertTrue(page.contains("Your order is cancelled.") && page.contains("<strong>Cancelled</strong>"), page);
        assertFalse(page.contains(order + "/withdraw"), page);
        assertTrue(browser.get(order + "/cancel").body().contains("can no longer be cancelled"));
    }

    @Test
    void anUnpaidOrderIsCancelledToo() throws Exception {
        String order = placed();
        HttpResponse<String> asked = browser.get(order + "/cancel");

        HttpResponse<String> done = browser.post(order + "/cancel", Map.of("csrf", field(asked, "csrf")));

        assertEquals(order + "?done=cancel", header(done, "Location"));
        assertEquals("1", text("SELECT give_up_at <= UTC_TIMESTAMP(6) FROM payment WHERE order_ref = ?", token(order)));
    }

    @Test
    void whatWasSentIsFollowedAndReturned() throws Exception {
        String order = paid();
        sent(order, 2);
        String page = browser.get(order).body();
        assertTrue(page.contains("DHL, tracking number 0034"), page);
        assertTrue(page.contains("href=\"https://track.example/0034\""), page);
        assertFalse(page.contains(order + "/cancel"), page);

        HttpResponse<String> wrong = browser.get(order + "/return?check=1&q1=3&reason=&remark=");
        assertTrue(wrong.body().contains("id=\"q1-error\"") && wrong.body().contains("id=\"reason-error\""));
        assertTrue(wrong.body().contains("value=\"3\""), "what was typed is lost");
        HttpResponse<String> nothing = browser.get(order + "/return?check=1&q1=0&reason=DAMAGED");
        assertTrue(nothing.body().contains("Please choose at least one article."), nothing.body());
        HttpResponse<String> confirm = browser.get(order + "/return?check=1&q1=1&reason=DAMAGED&remark=%3Cb%3Ecracked");
        Map<String, String> form = new HashMap<>();
        String action = found(confirm, "action=\"(/orders/[^\"]*key=[^\"]*)\"");
        for (String name : List.of("csrf", "reason", "q1")) {
            form.put(name, field(confirm, name));
        }
        form.put("remark", "<b>cracked");

        HttpResponse<String> first = browser.post(action, form);
        HttpResponse<String> second = browser.post(action, form);

        assertEquals(order + "?done=return", header(first, "Location"));
        assertEquals(header(first, "Location"), header(second, "Location"));
        assertEquals(
                "1",
                text(
                        "SELECT COUNT(*) FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?",
                        token(order)));
        assertTrue(browser.get(order).body().contains("Return announced"));
        String ref = text(
                "SELECT c.ref FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?", token(order));
        String path = "orders/" + token(order) + "/returns/" + ref;
        json("POST", path + "/received", "{\"undamaged\": [{\"position\": 9, \"pieces\": 1}]}", 422);
        json("POST", path + "/received", "{\"undamaged\": []}", 201);
        json("POST", path + "/received", "{\"undamaged\": []}", 409);
        assertEquals("1 1800", refunds(order));
        assertTrue(browser.get(order).body().contains("Return received"));
    }

    @Test
    void aReturnFormThatWasTamperedWithChangesNothing() throws Exception {
        String order = paid();
        sent(order, 1);
        HttpResponse<String> confirm = browser.get(order + "/return?check=1&q1=1&reason=DAMAGED");
        Map<String, String> form = new HashMap<>(Map.of("csrf", field(confirm, "csrf"), "key", "0".repeat(26)));
        form.put("reason", "DAMAGED");
        for (String pieces : List.of("2", "-1", "x", "99999999999", "0")) {
            form.put("q1", pieces);
            assertEquals(422, browser.post(order + "/return", form).statusCode(), pieces);
        }
        form.put("q1", "1");
        form.put("reason", "BECAUSE");
        assertEquals(order + "/return", header(browser.post(order + "/return", form), "Location"));
        form.put("reason", "DAMAGED");
        form.put("key", "no token");
        assertEquals(order + "/return", header(browser.post(order + "/return", form), "Location"));
        assertEquals(
                "0",
                text(
                        "SELECT COUNT(*) FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?",
                        token(order)));
    }

    @Test
    void aContractIsWithdrawnFromWithReceiptAndOnce() throws Exception {
        String order = paid();
        HttpResponse<String> asked = browser.get(order + "/withdraw");
        assertTrue(asked.body().contains("ada@example.com") && asked.body().contains("Confirm withdrawal"));
        Map<String, String> form = Map.of("csrf", field(asked, "csrf"));

        HttpResponse<String> first = browser.post(order + "/withdraw", form);
        HttpResponse<String> second = browser.post(order + "/withdraw", form);

        assertEquals(order + "?done=withdraw", header(first, "Location"));
        assertEquals(header(first, "Location"), header(second, "Location"));
        assertEquals("1 4090", refunds(order));
        assertEquals(
                "1",
                text(
                        "SELECT COUNT(*) FROM mail_outbox WHERE template = 'order-withdrawn' AND order_ref = ?",
                        token(order)));
        assertTrue(browser.get(order).body().contains("Withdrawn from the contract"));
        assertTrue(browser.get(order + "/withdraw").body().contains("withdrawn from this contract already"));
    }

    @Test
    void theTimeToWithdrawEnds() throws Exception {
        String order = paid();
        String shipment = sent(order, 2);
        json("POST", "orders/" + token(order) + "/shipments/" + shipment + "/delivered", "", 201);
        assertTrue(browser.get(order).body().contains("Delivered"));
        assertTrue(browser.get(order).body().contains(order + "/withdraw"));
        sql("UPDATE shipment SET delivered_at = UTC_TIMESTAMP(6) - INTERVAL 15 DAY WHERE ref = ?", shipment);

        HttpResponse<String> late = browser.get(order + "/withdraw");
        String csrf = field(browser.get(order + "/return?check=1&q1=1&reason=DAMAGED"), "csrf");

        assertTrue(late.body().contains("The time to withdraw from this contract is over"), late.body());
        assertEquals(order + "/withdraw", header(browser.post(order + "/withdraw", Map.of("csrf", csrf)), "Location"));
        assertFalse(browser.get(order).body().contains(order + "/withdraw"));
    }

    private String sent(String order, int pieces) throws Exception {
        HttpResponse<String> answer = json(
                "POST",
                "orders/" + token(order) + "/shipments",
                "{\"carrier\": \"DHL\", \"trackingNumber\": \"0034\", \"trackingUrl\": \"https://track.example/0034\","
                        + " \"lines\": [{\"position\": 1, \"pieces\": " + pieces + "}]}",
                201);
        return found(answer, "\"shipment\":\"([^\"]*)\"");
    }

    /** The address of an order whose money was taken. */
    private String paid() throws Exception {
        String order = placed();
        sql(
                "UPDATE payment SET state = 'CAPTURED', captured_minor = amount_minor, due_at = NULL WHERE order_ref = ?",
                token(order));
        sql(
                "UPDATE shop_order SET state = 'PAID', paid_at = UTC_TIMESTAMP(6), number = "
                        + NUMBERS.incrementAndGet() + " WHERE ref = ?",
                token(order));
        return order;
    }

    private String placed() throws Exception {
        browser.post("/cart/add", Map.of("sku", "MUG", "quantity", "2"));
        HttpResponse<String> page = browser.get("/checkout");
        Map<String, String> form = new HashMap<>(
                Map.of("csrf", field(page, "csrf"), "cart", field(page, "cart"), "total", field(page, "total")));
        form.putAll(Map.of("email", "ada@example.com", "name", "Ada", "line1", "Lindenweg 4"));
        form.putAll(Map.of("postalCode", "10115", "city", "Berlin", "country", "DE"));
        HttpResponse<String> answer = browser.post(found(page, "action=\"(/checkout\\?key=[^\"]*)\""), form);
        return header(answer, "Location").replace("/pay", "");
    }

    private static String token(String order) {
        return order.substring("/orders/".length());
    }

    private static String refunds(String order) throws SQLException {
        return text(
                "SELECT CONCAT(COUNT(*), ' ', SUM(r.amount_minor)) FROM refund r JOIN payment p ON p.id = r.payment_id"
                        + " WHERE p.order_ref = ?",
                token(order));
    }

    private static void sql(String statement, String value) throws SQLException {
        try (Connection database = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                PreparedStatement change = database.prepareStatement(statement)) {
            change.setString(1, value);
            assertEquals(1, change.executeUpdate());
        }
    }

    private static String text(String query, String value) throws SQLException {
        try (Connection database = DriverManager.getConnection(System.getProperty("arcade.test.database"));
                PreparedStatement select = database.prepareStatement(query)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private HttpResponse<String> json(String method, String path, String body, int expected) throws Exception {
        HttpResponse<String> answer = call(method, path, "application/json", BodyPublishers.ofString(body));
        assertEquals(expected, answer.statusCode(), answer.body());
        return answer;
    }

    private void operate(String method, String path, String type, BodyPublisher body) throws Exception {
        HttpResponse<String> answer = call(method, path, type, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private HttpResponse<String> call(String method, String path, String type, BodyPublisher body) throws Exception {
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
