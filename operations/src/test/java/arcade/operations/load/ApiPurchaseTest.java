package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiPurchaseTest {
    private static final String LINES = "\"lines\":[{\"sku\":\"MUG\",\"quantity\":2,\"unitMinor\":1200}]";
    private static final String CART = "{\"token\":\"c1\",\"country\":\"DE\"," + LINES + "}";

    @TempDir
    private Path folder;

    private FakeSite site;
    private Shoppers shoppers;

    @BeforeEach
    void aShop() throws IOException {
        site = new FakeSite();
        shoppers = new Shoppers(site.target());
        site.on("GET /api/v1/products?size=48&page=1", 200, "{\"products\":[{\"handle\":\"mug\"}],\"total\":1}");
        site.on(
                "GET /api/v1/products/mug",
                200,
                "{\"title\":\"Mug of clay\",\"category\":\"kitchen\","
                        + "\"variants\":[{\"sku\":\"MUG\",\"inStock\":true}]}");
        site.on("POST /api/v1/carts", 201, "{\"token\":\"c1\"}");
        site.on("POST /api/v1/carts/c1/lines", 200, CART);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPurchaseIsCountedWhenItIsCaptured() throws Exception {
        site.on("POST /api/v1/checkouts", 201, order("PLACED", "AUTHORIZING", "null", LINES));
        site.on("GET /api/v1/orders/o1", 200, order("PLACED", "CAPTURING", "null", LINES));
        site.on("GET /api/v1/orders/o1", 200, order("PAID", "CAPTURED", "7", LINES));

        assertTrue(buy());
        assertEquals(1, tally().checkouts());
        assertEquals(0, tally().cartsLost());
        assertEquals(0, tally().errorCount());
    }

    @Test
    void whatTheClientWasToldIsRecorded() throws Exception {
        site.on("POST /api/v1/checkouts", 201, order("PAID", "CAPTURED", "7", LINES));

        assertTrue(buy());
        List<String> lines = Files.readAllLines(folder.resolve("records.jsonl"));
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("{\"kind\":\"invoke\",\"op\":\"place\",\"checkoutKey\":"), lines.get(0));
        assertTrue(lines.get(2).startsWith("{\"kind\":\"ok\",\"op\":\"pay\""), lines.get(2));
        assertTrue(lines.get(2).contains("\"orderRef\":\"o1\",\"number\":7,\"state\":\"PAID\",\"totalMinor\":2400"));
    }

    @Test
    void otherPiecesThanThoseThatWerePutInAreALostCart() throws Exception {
        site.on("POST /api/v1/checkouts", 201, order("PAID", "CAPTURED", "7", "\"lines\":[]"));

        buy();
        assertEquals(1, tally().cartsLost());
    }

    @Test
    void tooFewPiecesAreARefusalNoError() throws Exception {
        site.on("POST /api/v1/checkouts", 409, "{\"type\":\"https://arcade.invalid/problems/not-enough\"}");

        assertFalse(buy());
        assertEquals(Map.of("sold_out", 1L), tally().refused());
        assertEquals(Map.of(), tally().errors());
    }

    @Test
    void aDeclinedPaymentIsAnError() throws Exception {
        site.on("POST /api/v1/checkouts", 201, order("PLACED", "DECLINED", "null", LINES));

        assertFalse(buy());
        assertEquals(Map.of("unpaid_declined", 1L), tally().errors());
        assertEquals(0, tally().checkouts());
    }

    @Test
    void noAnswerIsRecordedAsNotKnown() throws Exception {
        site.on("POST /api/v1/checkouts", 500, "");

        assertThrows(NoAnswer.class, this::buy);
        assertTrue(Files.readAllLines(folder.resolve("records.jsonl")).get(1).startsWith("{\"kind\":\"info\""));
    }

    private boolean buy() throws NoAnswer, InterruptedException {
        try (Recorder recorder = new Recorder(folder.resolve("records.jsonl"))) {
            Goods goods = Goods.of(new Shoppers(site.target()).browser());
            return new ApiPurchase(shoppers.browser(), goods, recorder)
                    .buy("MUG", 2)
                    .isPresent();
        }
    }

    private static String order(String state, String payment, String number, String lines) {
        return "{\"token\":\"o1\",\"state\":\"" + state + "\",\"number\":" + number
                + ",\"totalMinor\":2400,\"currency\":\"EUR\",\"payment\":{\"state\":\"" + payment + "\"}," + lines
                + "}";
    }

    private Tally tally() {
        return shoppers.tally().get();
    }
}
