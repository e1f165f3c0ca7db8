package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagePurchaseTest {
    private static final String ORDER = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRODUCT = "<form method='post' action='/cart/add'><input name='csrf' value='t'></form>";

    private FakeSite site;
    private FakeSite gateway;
    private Shoppers shoppers;

    @BeforeEach
    void aShopAndAGateway() throws IOException {
        site = new FakeSite();
        gateway = new FakeSite();
        shoppers = new Shoppers(site.target());
        site.on("GET /api/v1/products?size=48&page=1", 200, "{\"products\":[{\"handle\":\"mug\"}],\"total\":1}");
        site.on(
                "GET /api/v1/products/mug",
                200,
                "{\"title\":\"Mug\",\"category\":\"kitchen\"," + "\"variants\":[{\"sku\":\"MUG\",\"inStock\":true}]}");
        site.on("GET /", 200, "home").on("GET /p/mug?variant=MUG", 200, PRODUCT);
        site.on("POST /cart/add", 303, "", "Location", "/cart");
        site.on(
                "GET /checkout",
                200,
                "<form method='post' action='/checkout?key=k1'><input name='cart' value='c1'>"
                        + "<input name='email'></form>");
        site.on("POST /checkout?key=k1", 303, "", "Location", "/orders/" + ORDER + "/pay");
        site.on(
                "GET /orders/" + ORDER + "/pay",
                200,
                "<main><a href='/orders/" + ORDER + "/pay'>Look again</a></main>");
        site.on(
                "GET /orders/" + ORDER + "/pay",
                200,
                "<main><a href='" + gateway.address() + "/pay/s1'>Pay</a></main>");
        gateway.on("GET /pay/s1", 200, "<form method='post'><input name='number'></form>");
        gateway.on("POST /pay/s1", 303, "", "Location", "http://arcade.localhost:8080/orders/" + ORDER);
        site.on("GET /orders/" + ORDER, 200, "thank you");
        site.on(
                "GET /api/v1/orders/" + ORDER,
                200,
                "{\"token\":\"" + ORDER + "\",\"state\":\"PAID\",\"number\":1,\"totalMinor\":1200,\"currency\":\"EUR\","
                        + "\"payment\":{\"state\":\"CAPTURED\"},"
                        + "\"lines\":[{\"sku\":\"MUG\",\"quantity\":1,\"unitMinor\":1200}]}");
    }

    @AfterEach
    void close() {
        site.close();
        gateway.close();
    }

    @Test
    void aPersonBuysByFormsAndPaysAtTheGateway() throws Exception {
        site.on("GET /cart", 200, cartOf(1));

        buy();

        assertEquals(1, tally().checkouts());
        assertEquals(0, tally().errorCount());
        assertTrue(gateway.requests.get(1).contains("number=4242424242424242"), gateway.requests.toString());
        assertTrue(gateway.requests.get(1).startsWith("POST /pay/s1 127.0.0.1:"), "the gateway's own name");
    }

    @Test
    void piecesThatWentMeanwhileAreARefusal() throws Exception {
        site.on("GET /cart", 200, cartOf(1));
        site.on("GET /checkout", 303, "", "Location", "/cart");
        shoppers.browser().get("/checkout");

        buy();

        assertEquals(Map.of("sold_out", 1L), tally().refused());
        assertEquals(0, tally().errorCount());
    }

    @Test
    void piecesThatWentAtTheButtonAreARefusal() throws Exception {
        site.on("GET /cart", 200, cartOf(1));
        site.instead("POST /checkout?key=k1", 422, "<button name='fit' value='MUG'>Remove</button>");

        buy();

        assertEquals(Map.of("sold_out", 1L), tally().refused());
        assertEquals(0, tally().errorCount());
    }

    @Test
    void aCheckoutThatIsRefusedOtherwiseIsAnError() {
        site.on("GET /cart", 200, cartOf(1));
        site.instead("POST /checkout?key=k1", 422, "<p>the total is another one now</p>");

        assertThrows(NoAnswer.class, this::buy);
        assertEquals(Map.of("pay_422", 1L), tally().errors());
    }

    @Test
    void anEmptyCartAfterAddingIsALostCart() throws Exception {
        site.on("GET /cart", 200, "your cart is empty");

        buy();

        assertEquals(1, tally().cartsLost());
        assertEquals(0, tally().checkouts());
    }

    @Test
    void aFormThatIsRefusedIsAnError() {
        site.on("GET /cart", 403, "no token");

        assertThrows(NoAnswer.class, this::buy);
        assertEquals(Map.of("cart_403", 1L), tally().errors());
    }

    private static String cartOf(int pieces) {
        return "<form method='post' action='/cart/change'><input type='hidden' name='sku' value='MUG'>"
                + "<input name='quantity' value='" + pieces + "'></form>";
    }

    private void buy() throws NoAnswer, InterruptedException {
        try (Recorder recorder = new Recorder(null)) {
            Goods goods = Goods.of(new Shoppers(site.target()).browser());
            new PagePurchase(shoppers.browser(), goods, recorder).go(new Random(1));
        }
    }

    private Tally tally() {
        return shoppers.tally().get();
    }
}
