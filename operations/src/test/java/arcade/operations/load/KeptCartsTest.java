package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptCartsTest {
    private static final String CART =
            "{\"token\":\"c1\",\"country\":\"DE\",\"lines\":[{\"sku\":\"MUG\",\"quantity\":1}]}";

    private FakeSite site;
    private Shoppers shoppers;
    private KeptCarts keeping;

    /** Never adds a piece: every visit only looks. */
    private final Random looking = new Random() {
        @Override
        public boolean nextBoolean() {
            return false;
        }
    };

    @BeforeEach
    void aShop() throws Exception {
        site = new FakeSite();
        shoppers = new Shoppers(site.target());
        site.on("POST /api/v1/carts", 201, CART).on("POST /api/v1/carts/c1/lines", 200, CART);
        site.on("GET /p/mug?variant=MUG", 200, "<form method='post' action='/cart/add'><input name='sku'></form>");
        site.on("POST /cart/add", 303, "", "Location", "/cart");
        site.on("GET /cart", 200, page(1), "Set-Cookie", "JSESSIONID=first");
        keeping = new KeptCarts(shoppers.browser(), Goods.of(Map.of("MUG", "mug")));
        keeping.go(looking);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void bothCartsAreFoundAgain() throws Exception {
        site.on("GET /api/v1/carts/c1", 200, CART);

        keeping.go(looking);

        assertEquals(0, tally().cartsLost());
        assertEquals(Map.of(), tally().errors());
    }

    @Test
    void anEmptyCartOfTheApiIsALostOne() throws Exception {
        site.on("GET /api/v1/carts/c1", 200, "{\"token\":\"c1\",\"lines\":[]}");

        keeping.go(looking);

        assertEquals(1, tally().cartsLost());
    }

    @Test
    void aCartThatIsUnknownIsALostOne() {
        site.on("GET /api/v1/carts/c1", 404, "{}");

        assertThrows(NoAnswer.class, () -> keeping.go(looking));
        assertEquals(1, tally().cartsLost());
    }

    @Test
    void anotherSessionShowsThatTheGridHasLostTheFirst() throws Exception {
        site.on("GET /cart", 200, page(1), "Set-Cookie", "JSESSIONID=second");
        shoppers.browser().get("/cart");

        assertThrows(NoAnswer.class, () -> keeping.go(looking));

        assertEquals(Map.of("session_lost_looking", 1L), tally().errors());
    }

    private static String page(int pieces) {
        return "<form method='post' action='/cart/change'><input type='hidden' name='sku' value='MUG'>"
                + "<input name='quantity' value='" + pieces + "'></form>";
    }

    private Tally tally() {
        return shoppers.tally().get();
    }
}
