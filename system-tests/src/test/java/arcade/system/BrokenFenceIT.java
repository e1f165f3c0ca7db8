package arcade.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.system.harness.Audit;
import arcade.system.harness.Cluster;
import arcade.system.harness.Database;
import arcade.system.harness.OnTheCluster;
import arcade.system.harness.Purchase;
import arcade.system.harness.Shopper;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A till that does not look at its fence: what it would write is written here by hand, and the audit must see it. */
@OnTheCluster
@Order(90)
class BrokenFenceIT {

    @Test
    void aWriteUnderAnOldEpochIsSeenByTheAudit(Cluster cluster) {
        Database database = cluster.database();
        Map<String, Object> payment = waitingPayment(cluster);
        Audit.of(cluster).expectClean();
        String change = UUID.randomUUID().toString();

        writeAsZombie(database, payment, change);
        Audit broken = Audit.of(cluster);
        takeBack(database, payment, change);

        assertEquals(1, broken.outcome().exit(), () -> broken.outcome().toString());
        assertTrue(broken.broken().contains("I7"), () -> "not seen: " + broken.outcome());
        Audit.of(cluster).expectClean();
    }

    /** A payment that waits for its shopper: the real till lets it lie. */
    private static Map<String, Object> waitingPayment(Cluster cluster) {
        Purchase purchase = new Purchase(new Shopper(cluster.shop("arcade")), "zombie@example.com");
        purchase.browse("stoneware-mug");
        purchase.addToCart(1);
        purchase.place();
        String token = cluster.database()
                .rows("SELECT ref FROM shop_order WHERE email = 'zombie@example.com'")
                .get(0)
                .get("ref")
                .toString();
        return cluster.database()
                .rows("SELECT id, due_at FROM payment WHERE order_ref = ? AND state = 'REQUIRES_ACTION'", token)
                .get(0);
    }

    /** Like the till's own transaction, without the locking read of the lease's row. */
    private static void writeAsZombie(Database database, Map<String, Object> payment, String change) {
        database.update(
                "UPDATE payment SET state = 'ABANDONED', due_at = NULL, version = version + 1"
                        + " WHERE id = ? AND state = 'REQUIRES_ACTION'",
                payment.get("id"));
        database.update(
                "INSERT INTO payment_transition (change_id, payment_id, from_state, to_state, epoch, owner, at)"
                        + " VALUES (?, ?, 'REQUIRES_ACTION', 'ABANDONED', ?, 'node9/asleep', UTC_TIMESTAMP(6))",
                change,
                payment.get("id"),
                database.epoch() - 1);
    }

    private static void takeBack(Database database, Map<String, Object> payment, String change) {
        database.update("DELETE FROM payment_transition WHERE change_id = ?", change);
        database.update(
                "UPDATE payment SET state = 'REQUIRES_ACTION', due_at = ? WHERE id = ?",
                payment.get("due_at"),
                payment.get("id"));
    }
}
