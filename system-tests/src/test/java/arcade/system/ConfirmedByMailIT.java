package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Cluster;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Page;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import arcade.system.harness.Waiting;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every node may send mail; a buyer gets each one once. */
@OnTheCluster
@Order(25)
class ConfirmedByMailIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final long LOOKS_OF_ALL_NODES_SECONDS = 4;

    @Test
    void whoHasPaidGetsOneMailThatLeadsToTheOrder(Cluster cluster) throws InterruptedException {
        String buyer = "mail-" + UUID.randomUUID() + "@example.com";
        Shopper shopper = new Shopper(cluster.shop("arcade"));
        Purchase purchase = new Purchase(shopper, buyer);
        purchase.browse("stoneware-mug");
        purchase.addToCart(2);
        purchase.place();
        purchase.pay(Purchase.GOOD_CARD);
        Page paid = purchase.confirmed();

        JsonObject mail = Waiting.until(
                "the confirmation comes",
                WITHIN,
                () -> cluster.gateway().mails(buyer).stream().findFirst());

        String page = cluster.shop("arcade") + "/orders/" + purchase.order();
        String number = paid.html().select(".state strong").text();
        assertTrue(number.matches("[0-9]+"), paid::toString);
        assertTrue(mail.get("subject").getAsString().contains(number), mail::toString);
        for (String kind : List.of("text", "html")) {
            String letter = mail.get(kind).getAsString();
            assertTrue(letter.contains(page), letter);
            assertTrue(letter.contains("Stoneware Mug"), letter);
        }
        TimeUnit.SECONDS.sleep(LOOKS_OF_ALL_NODES_SECONDS);
        assertEquals(1, cluster.gateway().mails(buyer).size());
        assertEquals(Optional.empty(), unsent(cluster));
    }

    private static Optional<String> unsent(Cluster cluster) {
        return cluster
                .database()
                .rows("SELECT event_key, problem FROM mail_outbox WHERE problem IS NOT NULL LIMIT 1")
                .stream()
                .map(Object::toString)
                .findFirst();
    }
}
