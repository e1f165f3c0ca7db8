package arcade.web.store;

import static arcade.web.store.Browser.field;
import static arcade.web.store.Browser.found;
import static arcade.web.store.MugShop.header;
import static arcade.web.store.MugShop.refunds;
import static arcade.web.store.MugShop.token;
import static arcade.web.store.Rows.change;
import static arcade.web.store.Rows.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    @ArquillianResource
    private URL base;

    private MugShop shop;
    private Browser browser;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop().withWeb(StorePage.class).war();
    }

    @BeforeEach
    void openShop() throws Exception {
        shop = MugShop.open(base);
        browser = shop.browser();
    }

    @Test
    void aPaidOrderShowsItsWayAndItsInvoice() throws Exception {
        shop.json("PUT", "stores/after/seller", "{\"name\": \"Ada Ltd\", \"address\": \"1 Mill Lane\\nDublin\"}", 204);
        String order = shop.paid();

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
        String order = shop.paid();
        Browser stranger = new Browser(base, "after2.localhost");
        shop.operate("PUT", "stores/after2", "application/json", BodyPublishers.ofString("""
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
        assertEquals(404, browser.get(shop.placed() + "/invoice.pdf").statusCode());
        assertEquals(403, browser.post(order + "/cancel", Map.of()).statusCode());
        assertEquals(403, browser.post(order + "/withdraw", Map.of("csrf", "x")).statusCode());
    }

    @Test
    void aPaidOrderIsCancelledOnceHoweverOftenTheFormIsSent() throws Exception {
        String order = shop.paid();
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
        String order = shop.placed();
        HttpResponse<String> asked = browser.get(order + "/cancel");

        HttpResponse<String> done = browser.post(order + "/cancel", Map.of("csrf", field(asked, "csrf")));

        assertEquals(order + "?done=cancel", header(done, "Location"));
        assertEquals("1", text("SELECT give_up_at <= UTC_TIMESTAMP(6) FROM payment WHERE order_ref = ?", token(order)));
    }

    @Test
    void whatWasSentIsFollowedAndReturned() throws Exception {
        String order = shop.paid();
        shop.sent(order, 2);
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
        String anothers = "orders/" + token(shop.paid()) + "/returns/" + ref;
        shop.json("POST", anothers + "/received", "{\"undamaged\": []}", 404);
        shop.json("POST", anothers + "/refused", "{\"why\": \"Used.\"}", 404);
        shop.json("POST", path + "/received", "{\"undamaged\": [{\"position\": 9, \"pieces\": 1}]}", 422);
        shop.json("POST", path + "/received", "{\"undamaged\": []}", 201);
        shop.json("POST", path + "/received", "{\"undamaged\": []}", 409);
        assertEquals("1 1800", refunds(order));
        assertTrue(browser.get(order).body().contains("Return received"));
    }

    @Test
    void aReturnFormThatWasTamperedWithChangesNothing() throws Exception {
        String order = shop.paid();
        shop.sent(order, 1);
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
    void aReturnThatIsConfirmedTooLateSaysSoAndAsksNothingMore() throws Exception {
        String order = shop.paid();
        String shipment = shop.sent(order, 2);
        shop.json("POST", "orders/" + token(order) + "/shipments/" + shipment + "/delivered", "", 201);
        HttpResponse<String> confirm = browser.get(order + "/return?check=1&q1=1&reason=DAMAGED");
        change("UPDATE shipment SET delivered_at = UTC_TIMESTAMP(6) - INTERVAL 400 DAY WHERE ref = ?", shipment);

        HttpResponse<String> late = browser.post(action(confirm), confirmed(confirm, "q1"));

        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("the time to return these articles is over"), late.body());
        assertFalse(late.body().contains("return?key="), late.body());
    }

    @Test
    void aLineThatCameBackOtherwiseMeanwhileIsToldAndNothingIsAnnounced() throws Exception {
        browser.post("/cart/add", Map.of("sku", "POT", "quantity", "1"));
        String order = shop.paid();
        shop.json(
                "POST",
                "orders/" + token(order) + "/shipments",
                "{\"carrier\": \"DHL\", \"lines\": [{\"position\": 1, \"pieces\": 1}, {\"position\": 2, \"pieces\": 2}]}",
                201);
        HttpResponse<String> both = browser.get(order + "/return?check=1&q1=1&q2=2&reason=DAMAGED&remark=in%20two");
        HttpResponse<String> one = browser.get(order + "/return?check=1&q1=1&reason=DAMAGED");
        assertEquals(order + "?done=return", header(browser.post(action(one), confirmed(one, "q1")), "Location"));

        Map<String, String> form = confirmed(both, "q1", "q2");
        form.put("remark", "in two");
        HttpResponse<String> refused = browser.post(action(both), form);

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("on their way back already"), refused.body());
        assertFalse(refused.body().contains("return?key="), "it is shown for confirmation without the line");
        assertTrue(refused.body().contains("id=\"q2\"") && refused.body().contains("value=\"2\""), refused.body());
        assertTrue(refused.body().contains("in two"), refused.body());
        assertFalse(refused.body().contains("id=\"q1\""), refused.body());
        assertEquals(
                "1",
                text(
                        "SELECT COUNT(*) FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?",
                        token(order)));
    }

    private static String action(HttpResponse<String> confirm) {
        return found(confirm, "action=\"(/orders/[^\"]*key=[^\"]*)\"");
    }

    private static Map<String, String> confirmed(HttpResponse<String> confirm, String... pieces) {
        Map<String, String> form =
                new HashMap<>(Map.of("csrf", field(confirm, "csrf"), "reason", field(confirm, "reason"), "remark", ""));
        for (String line : pieces) {
            form.put(line, field(confirm, line));
        }
        return form;
    }

    @Test
    void aContractIsWithdrawnFromWithReceiptAndOnce() throws Exception {
        String order = shop.paid();
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
        String order = shop.paid();
        String shipment = shop.sent(order, 2);
        shop.json("POST", "orders/" + token(shop.paid()) + "/shipments/" + shipment + "/delivered", "", 404);
        shop.json("POST", "orders/" + token(order) + "/shipments/" + shipment + "/delivered", "", 201);
        assertTrue(browser.get(order).body().contains("Delivered"));
        assertTrue(browser.get(order).body().contains(order + "/withdraw"));
        change("UPDATE shipment SET delivered_at = UTC_TIMESTAMP(6) - INTERVAL 15 DAY WHERE ref = ?", shipment);

        HttpResponse<String> late = browser.get(order + "/withdraw");
        String csrf = field(browser.get(order + "/return?check=1&q1=1&reason=DAMAGED"), "csrf");

        assertTrue(late.body().contains("The time to withdraw from this contract is over"), late.body());
        assertEquals(order + "/withdraw", header(browser.post(order + "/withdraw", Map.of("csrf", csrf)), "Location"));
        assertFalse(browser.get(order).body().contains(order + "/withdraw"));
    }
}
