package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Api;
import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Shopper;
import com.google.gson.JsonElement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two shops of one owner in one cluster: nothing of the one is to be seen or bought in the other, but what both sell. */
@OnTheCluster
@Order(10)
class TwoShopsIT {
    private static final String NOT_OF_GARDEN = "stoneware-mug";

    private static final String OF_BOTH = "storm-lantern";

    @Test
    void haveOneProductInCommon(Cluster cluster) {
        Set<String> arcade = handles(new Api(cluster.shop("arcade")));
        Set<String> garden = handles(new Api(cluster.shop("garden")));

        assertTrue(arcade.contains(NOT_OF_GARDEN), () -> "the first shop sells " + arcade);
        assertTrue(arcade.size() + garden.size() >= 60, () -> arcade.size() + " and " + garden.size() + " products");
        arcade.retainAll(garden);
        assertEquals(Set.of(OF_BOTH), arcade);
    }

    @Test
    void showOnlyTheirOwnPages(Cluster cluster) {
        Shopper visitor = new Shopper(cluster.shop("garden"));

        Page home = visitor.get("/").expect(200);
        Page foreign = visitor.get("/p/" + NOT_OF_GARDEN).expect(404);
        Page search = visitor.get("/search?q=stoneware").expect(200);
        Page category = visitor.get("/c/kitchen-table").expect(404);

        assertTrue(home.html().select("a[href^=/p/]").size() > 3, () -> "nothing for sale on " + home);
        assertFalse(search.text().contains("Stoneware Mug"), search::toString);
        assertFalse(foreign.text().contains("Stoneware Mug"), foreign::toString);
        assertTrue(category.html().title().length() > 3, category::toString);
    }

    @Test
    void takeNoCartAndNoArticleOfTheOther(Cluster cluster) {
        Api arcade = new Api(cluster.shop("arcade"));
        Api garden = new Api(cluster.shop("garden"));
        String cart = arcade.cart("MUG-OAT", 1);
        String order = arcade.post("checkouts", Api.key(), Api.checkout(arcade.cart("MUG-OAT", 1), "pm_card_visa"))
                .expect(201)
                .text("token");

        garden.get("carts/" + cart).expectProblem(404);
        garden.get("orders/" + order).expectProblem(404);
        String theirs = garden.post("carts", Api.key(), "").expect(201).text("token");
        garden.post("carts/" + theirs + "/lines", Api.key(), Api.line("MUG-OAT", 1))
                .expectProblem(422);
    }

    @Test
    void countTheirOrdersApart(Cluster cluster) {
        for (String store : new String[] {"arcade", "garden"}) {
            Api api = new Api(cluster.shop(store));
            String sku = api.get("products?size=1")
                    .expect(200)
                    .json()
                    .getAsJsonArray("products")
                    .get(0)
                    .getAsJsonObject()
                    .get("handle")
                    .getAsString();
            String order = api.post(
                            "checkouts", Api.key(), Api.checkout(api.cart(firstSku(api, sku), 1), "pm_card_visa"))
                    .expect(201)
                    .text("token");
            api.awaitOrder(order, "PAID", Duration.ofSeconds(30));
        }

        var series = cluster.database()
                .rows("SELECT store, COUNT(*) AS orders, MIN(number) AS low, MAX(number) AS high FROM audit_order"
                        + " WHERE state = 'PAID' GROUP BY store ORDER BY store");

        assertEquals(2, series.size(), series::toString);
        series.forEach(store -> {
            assertEquals(1L, ((Number) store.get("low")).longValue(), store::toString);
            assertEquals(((Number) store.get("orders")).longValue(), ((Number) store.get("high")).longValue());
        });
    }

    private static String firstSku(Api api, String handle) {
        return api.get("products/" + handle)
                .expect(200)
                .json()
                .getAsJsonArray("variants")
                .get(0)
                .getAsJsonObject()
                .get("sku")
                .getAsString();
    }

    private static Set<String> handles(Api api) {
        Set<String> handles = new HashSet<>();
        for (JsonElement product :
                api.get("products?size=100").expect(200).json().getAsJsonArray("products")) {
            handles.add(product.getAsJsonObject().get("handle").getAsString());
        }
        return handles;
    }
}
