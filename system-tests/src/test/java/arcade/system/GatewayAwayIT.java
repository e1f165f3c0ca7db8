package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Api;
import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The card gateway cannot be reached: orders are taken, buyers are told the truth, and the money follows. */
@OnTheCluster
@Order(50)
class GatewayAwayIT {
    /** A payment whose call got no answer is asked for after 5 s, 15 s, 60 s. */
    private static final Duration PAID_WITHIN = Duration.ofSeconds(120);

    @Test
    void ordersWaitAndArePaidWhenItIsBack(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), "no-gateway@example.com");
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        cluster.arcade("kill", "gateway").expect(0);

        String order = api.post("checkouts", Api.key(), Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa"))
                .expect(201)
                .text("token");
        Page told = placed(purchase);
        JsonObject waiting = api.get("orders/" + order).expect(200).json();
        cluster.up().expect(0);

        assertEquals("PLACED", waiting.get("state").getAsString());
        String words = told.text().toLowerCase(Locale.ROOT);
        assertTrue(!words.contains("failed") && !words.contains("declined"), told::toString);
        api.awaitOrder(order, "PAID", PAID_WITHIN);
        assertEquals(1, cluster.gateway().captures(order));
        purchase.shopper().get(told.address().getPath()).expect(200);
        Audit.of(cluster).expectClean();
    }

    /** Sends the order and looks where that leads, without waiting for the gateway's page. */
    private static Page placed(Purchase purchase) {
        Page sent = purchase.shopper().send(purchase.checkout(), purchase.buyer());
        assertEquals(303, sent.status(), sent::toString);
        String order = sent.headers().firstValue("Location").orElseThrow().replaceFirst("/pay$", "");
        return purchase.shopper().look(order).expect(200);
    }
}
