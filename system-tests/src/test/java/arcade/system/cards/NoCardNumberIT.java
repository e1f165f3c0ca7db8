package arcade.system.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.Database;
import arcade.system.harness.Machine;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cards' numbers go from the browser to the gateway, and nowhere else: after all that was bought on this cluster, and a purchase and a
 * decline of our own, none is in the database, in a log, or in a node's memory with its sessions.
 */
@OnTheCluster
@Order(980)
@TestMethodOrder(OrderAnnotation.class)
class NoCardNumberIT {
    private static final Places PLACES = new Places(List.of(Purchase.GOOD_CARD, Purchase.DECLINED_CARD));

    @TempDir
    private Path folder;

    @Test
    @Order(1)
    void noneIsLeftAnywhere(Cluster cluster) throws IOException {
        cluster.whole();
        Shopper paid = new Shopper(cluster.shop("arcade"));
        Purchase purchase = ordered(paid);
        Page desk = purchase.page();
        purchase.pay(Purchase.GOOD_CARD);
        purchase.confirmed();
        // This one stays in its session, and in the grid.
        ordered(new Shopper(cluster.shop("arcade"))).pay(Purchase.DECLINED_CARD);

        assertNotEquals(cluster.routerPort(), desk.address().getPort(), "the shop asks for the number itself");
        assertEquals(desk.address().getAuthority(), target(desk), "the number is sent elsewhere");
        assertEquals(List.of(), PLACES.database(cluster.database()));
        assertEquals(List.of(), PLACES.logs(cluster.home().resolve("log")));
        List<String> remembered = new ArrayList<>();
        for (Machine node : cluster.nodes()) {
            remembered.addAll(PLACES.memory(node.name(), node.process().pid(), folder));
        }
        assertEquals(List.of(), remembered);
        cluster.whole();
    }

    /** What was just looked through is what there is: a number in a column of any type is seen. */
    @Test
    @Order(2)
    void inTheDatabaseItWouldBeSeen(Cluster cluster) throws IOException {
        Database database = cluster.database();
        database.update("CREATE TABLE planted (a VARCHAR(40), b BIGINT, c MEDIUMTEXT, d LONGBLOB, e CHAR(40)"
                + " CHARACTER SET ascii COLLATE ascii_bin, f JSON)");
        try {
            String text = "\u20ac 4242-4242-4242-4242";
            database.update(
                    "INSERT INTO planted VALUES (?, ?, ?, ?, ?, ?)",
                    text,
                    Long.parseLong(Purchase.GOOD_CARD),
                    text,
                    ("\u0000x" + Purchase.DECLINED_CARD).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                    "5555555555554444",
                    "{\"number\": \"378282246310005\"}");

            assertEquals(
                    List.of("a", "b", "c", "d", "e", "f"),
                    PLACES.database(database).stream()
                            .filter(place -> place.contains("`planted`"))
                            .map(place -> place.substring(place.lastIndexOf('.') + 1))
                            .sorted()
                            .toList());
        } finally {
            database.update("DROP TABLE planted");
        }
    }

    private static Purchase ordered(Shopper shopper) {
        Purchase purchase = new Purchase(shopper, "card-" + UUID.randomUUID() + "@example.com");
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        Page desk = purchase.place();
        assertTrue(desk.address().getPath().startsWith("/pay/"), desk::toString);
        return purchase;
    }

    private static String target(Page desk) {
        FormElement form = desk.form("/pay/");
        return URI.create(form.hasAttr("action") ? form.absUrl("action") : form.baseUri())
                .getAuthority();
    }
}
