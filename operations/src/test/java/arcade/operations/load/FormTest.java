package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Target SHOP = new Target("http://127.0.0.1:8080", "arcade.localhost:8080");
    private static final String PAGE = """
            <form action="/search"><input name="q"></form>
            <form action="/cart/add" method="post">
              <input type="hidden" name="csrf" value="t/k">
              <input name="quantity" value="1"><select name="sku"><option value="A"><option value="B" selected></select>
              <input type="checkbox" name="gift"><button name="to" value="2">2</button>
            </form>
            """;

    @Test
    void aFormIsSentWithWhatABrowserWouldSend() {
        Form form = Form.to(page("http://127.0.0.1:8080/p/mug"), "/cart/add").orElseThrow();

        Call call = form.fill("quantity", "3").call(SHOP);

        assertEquals(URI.create("http://127.0.0.1:8080/cart/add"), call.uri());
        assertEquals("csrf=t%2Fk&quantity=3&sku=B", call.body());
        assertTrue(
                call.headers().contains("http://arcade.localhost:8080"),
                call.headers().toString());
    }

    @Test
    void aFormWithoutActionGoesWhereThePageIs() {
        Reply reply = reply("http://127.0.0.1:9000/pay/s1", "<form method=post><input name=number></form>");

        Call call = Form.any(reply).orElseThrow().fill("number", "42").call(SHOP);

        assertEquals(URI.create("http://127.0.0.1:9000/pay/s1"), call.uri());
        assertTrue(call.headers().contains("http://127.0.0.1:9000"));
    }

    @Test
    void onlyAKeyInTheAddressMakesItSafeToRepeat() {
        assertEquals(
                false, Call.form(URI.create("http://h/cart/add"), Map.of(), "").replaySafe());
        assertEquals(
                true,
                Call.form(URI.create("http://h/checkout?key=1"), Map.of(), "").replaySafe());
        assertEquals(
                false,
                Call.form(URI.create("http://h/x?monkey=1"), Map.of(), "").replaySafe());
    }

    private static Reply page(String uri) {
        return reply(uri, PAGE);
    }

    private static Reply reply(String uri, String body) {
        return new Reply(URI.create(uri), 200, body, Optional.empty(), false);
    }
}
