package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@OnTheCluster
@Order(20)
class SessionsReplicateIT {

    @Test
    void whoOnlyLooksHasNoSession(Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));

        for (String address : new String[] {"/", "/c/kitchen-table", "/p/stoneware-mug", "/search?q=mug"}) {
            shopper.get(address).expect(200);
        }

        assertEquals(0, shopper.cookies().size(), () -> "cookies " + shopper.cookies());
    }

    @Test
    void everyNodeKnowsTheCart(Cluster cluster) {
        Shopper shopper = new Shopper(cluster.shop("arcade"));
        Purchase purchase = new Purchase(shopper, "replicated@example.com");
        purchase.browse("stoneware-mug");

        purchase.addToCart(3);

        assertTrue(shopper.cookies().containsKey("JSESSIONIDVERSION"), () -> "not replicated: " + shopper.cookies());
        String session = shopper.cookies().get("JSESSIONID");
        for (Machine node : cluster.nodes()) {
            Page cart = shopper.at(node).get("/cart").expect(200);
            assertTrue(cart.text().contains("Stoneware Mug"), () -> node.name() + " shows " + cart);
            assertEquals("3", cart.field("quantity"), node.name());
            assertEquals(session, shopper.cookies().get("JSESSIONID"), node.name() + " began another session");
        }
    }
}
