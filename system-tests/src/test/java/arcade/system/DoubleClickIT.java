package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.system.harness.Answer;
import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same wish sent twice at the same time: one order, one charge, the same answer. */
@OnTheCluster
@Order(25)
class DoubleClickIT {
    private static final Duration PAID_WITHIN = Duration.ofSeconds(30);

    @Test
    void onTheOrderButtonMakesOneOrder(Cluster cluster) {
        Purchase purchase = shopping(cluster, "double-click@example.com");
        FormElement form = purchase.checkout();

        Set<String> reached =
                both(List.of(purchase.shopper().twin(), purchase.shopper().twin()), shopper -> {
                    Page page = new Purchase(shopper, "double-click@example.com").place(form);
                    return page.expect(200).address().toString();
                });

        assertEquals(1, reached.size(), () -> "two ways to pay: " + reached);
        assertEquals(1, orders(cluster, "double-click@example.com"));
    }

    @Test
    void throughTwoNodesMakesOneOrderAndOneCharge(Cluster cluster) {
        Purchase purchase = shopping(cluster, "two-nodes@example.com");
        FormElement form = purchase.checkout();
        List<Machine> nodes = cluster.nodes();
        Shopper shopper = purchase.shopper();

        Set<String> reached = both(
                List.of(shopper.twin().at(nodes.get(0)), shopper.twin().at(nodes.get(1))),
                twin -> twin.submit(form, purchase.buyer())
                        .expect(200)
                        .address()
                        .toString());
        purchase.place(form);
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();

        assertEquals(1, reached.size(), () -> "two ways to pay: " + reached);
        assertEquals(1, orders(cluster, "two-nodes@example.com"));
        assertEquals(1, captures(cluster, purchase.order()));
    }

    @Test
    void ofAProgramMakesOneOrderAndOneCharge(Cluster cluster) {
        Api api = new Api(cluster.shop("arcade"));
        String body = Api.checkout(api.cart("MUG-OAT", 1), "pm_card_visa");
        String key = Api.key();
        List<Machine> nodes = cluster.nodes();

        Set<String> placed = both(
                List.of(api.at(nodes.get(0)), api.at(nodes.get(1))),
                there -> there.post("checkouts", key, body).expect(201).text("token"));
        Answer again = api.post("checkouts", key, body).expect(201);
        String order = placed.iterator().next();
        api.awaitOrder(order, "PAID", PAID_WITHIN);

        assertEquals(1, placed.size(), () -> "two orders: " + placed);
        assertEquals("true", again.header("Idempotent-Replayed"));
        assertEquals(order, again.text("token"));
        assertEquals(1, captures(cluster, order));
    }

    private static Purchase shopping(Cluster cluster, String email) {
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), email);
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        return purchase;
    }

    private static <T> Set<String> both(List<T> clients, Function<T, String> click) {
        List<CompletableFuture<String>> answers = clients.stream()
                .map(client -> (Supplier<String>) () -> click.apply(client))
                .map(CompletableFuture::supplyAsync)
                .toList();
        return answers.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    }

    private static long orders(Cluster cluster, String email) {
        return cluster.database().number("SELECT COUNT(*) FROM shop_order WHERE email = ?", email);
    }

    private static long captures(Cluster cluster, String order) {
        return cluster.gateway().captures(order);
    }
}
