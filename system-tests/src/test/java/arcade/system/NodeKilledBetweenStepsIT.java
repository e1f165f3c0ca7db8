package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The very node that served a shopper dies as by a power cut after a step of the purchase. The shopper goes on with the same
 * session and the same cart and sees no error page: {@link Shopper} sends nothing twice.
 */
@OnTheCluster
@Order(60)
class NodeKilledBetweenStepsIT {

    private enum Step {
        BROWSE,
        CART,
        PLACE,
        PAY,
        CONFIRM
    }

    /** All of them with -Darcade.long=true; else the two at which most is in the node's hands. */
    private static Set<Step> steps() {
        return Boolean.getBoolean("arcade.long") ? EnumSet.allOf(Step.class) : EnumSet.of(Step.CART, Step.PAY);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theShopperNoticesNothing(Step killedAfter, Cluster cluster) {
        cluster.whole();
        String email = "killed-after-" + killedAfter.name().toLowerCase() + "@example.com";
        Shopper shopper = new Shopper(cluster.shop("arcade"));
        Purchase purchase = new Purchase(shopper, email);
        Misfortune misfortune = new Misfortune(cluster, killedAfter);

        misfortune.after(Step.BROWSE, purchase.browse("stoneware-mug"));
        misfortune.after(Step.CART, purchase.addToCart(2));
        String session = shopper.cookies().get("JSESSIONID");
        Page cart = shopper.get("/cart").expect(200);
        assertEquals("2", cart.field("quantity"), () -> "the cart was lost: " + cart);
        purchase.place();
        misfortune.after(Step.PLACE, shopper.get("/cart").expect(200));
        purchase.pay(Purchase.GOOD_CARD).expect(200);
        misfortune.after(Step.PAY, purchase.page());
        Page confirmed = purchase.confirmed();
        misfortune.after(Step.CONFIRM, confirmed);
        Page again = shopper.get("/orders/" + purchase.order()).expect(200);

        misfortune.happened();
        assertTrue(again.text().contains("Stoneware Mug"), () -> "the order was lost: " + again);
        assertEquals(session, shopper.cookies().get("JSESSIONID"), "another session");
        assertEquals(
                1,
                cluster.database().number("SELECT COUNT(*) FROM shop_order WHERE email = ? AND state = 'PAID'", email));
        assertEquals(1, cluster.gateway().captures(purchase.order()));
    }

    /** Kills the node that made a page, once. */
    private static final class Misfortune {
        private final Cluster cluster;
        private final Step when;
        private String victim = "";

        Misfortune(Cluster cluster, Step when) {
            this.cluster = cluster;
            this.when = when;
        }

        void after(Step step, Page page) {
            if (step == when) {
                victim = page.node().orElseThrow(() -> new AssertionError("no node told by " + page));
                Machine node = cluster.machine(victim);
                node.kill();
            }
        }

        void happened() {
            assertNotEquals("", victim, "nothing was killed");
        }
    }
}
