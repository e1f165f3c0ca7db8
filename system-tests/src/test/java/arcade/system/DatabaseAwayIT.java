package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import arcade.system.harness.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The database dies: a designed page and a problem document say so, and afterwards nothing is lost. */
@OnTheCluster
@Order(55)
class DatabaseAwayIT {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);

    @Test
    void isToldAndLosesNothing(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String paid = api.post("checkouts", Api.key(), Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa"))
                .expect(201)
                .text("token");
        api.awaitOrder(paid, "PAID", BACK_WITHIN);
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), "no-database@example.com");
        purchase.browse("stoneware-mug");
        purchase.addToCart(2);
        cluster.arcade("kill", "db").expect(0);

        Page page = purchase.shopper().get("/cart");
        String key = Api.key();
        Answer answer = api.post("carts", key, "");
        cluster.whole();

        page.expect(503);
        assertFalse(page.html().title().isBlank(), page::toString);
        assertTrue(page.headers().firstValue("Retry-After").isPresent(), page::toString);
        answer.expectProblem(503);
        Page cart = Waiting.until("the cart is back", BACK_WITHIN, () -> {
            Page seen = purchase.shopper().get("/cart");
            return seen.status() == 200 ? java.util.Optional.of(seen) : java.util.Optional.empty();
        });
        assertEquals("2", cart.field("quantity"), cart::toString);
        assertEquals("PAID", api.get("orders/" + paid).expect(200).text("state"));
        api.post("carts", key, "").expect(201);
        purchase.place();
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();
        Audit.of(cluster).expectClean();
    }
}
