package arcade.mail;

import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.ordering.Checkout;
import arcade.ordering.Placement.Placed;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits in the outbox comes to a real mail server, once. */
@ExtendWith(ArquillianExtension.class)
class SendingMailIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Checkout checkout;

    @Inject
    private MailRound round;

    @Inject
    private MailQueue queue;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<PaymentsCaptured> captured;

    /** Of tests before. */
    @BeforeEach
    void nothingWaits() {
        sql.update("UPDATE mail_outbox SET due_at = NULL WHERE due_at IS NOT NULL");
    }

    @Test
    void whoHasPaidIsToldWhatHeBought() throws Exception {
        Token order = paidOrder("paid@example.com");
        try (Letterbox box = new Letterbox()) {
            assertEquals(1, round.go(box.address(), () -> false));

            List<String> parts =
                    Letterbox.parts(box.takenFor("paid@example.com").get(0));
            for (String part : parts) {
                assertTrue(part.contains("/orders/" + order.value()), part);
                assertTrue(part.contains("Thing"), part);
                assertTrue(part.contains("17.40") || part.contains("17,40"), part);
            }
            assertEquals("sent", state("paid@example.com"));
            assertEquals(0, round.go(box.address(), () -> false));
        }
    }

    @Test
    void discountsStandBetweenTheArticlesAndTheTotal() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        floor.change(
                "INSERT INTO promotion (store_id, name, kind, basis_points) VALUES (?, 'Winter <sale>', 'PERCENTAGE', 1000)",
                store.id());
        floor.change(
                "INSERT INTO promotion (store_id, name, kind) VALUES (?, 'A gift of ours', 'FREE_SHIPPING')",
                store.id());
        paidOrder(store, "sale@example.com", 1125);
        try (Letterbox box = new Letterbox()) {
            round.go(box.address(), () -> false);

            List<String> parts =
                    Letterbox.parts(box.takenFor("sale@example.com").get(0));
            assertEquals(2, parts.size());
            for (String part : parts) {
                assertTrue(part.contains("Winter <sale>") || part.contains("Winter &lt;sale&gt;"), part);
                assertTrue(part.contains("1.25"), part);
                assertTrue(part.contains("free (A gift of ours)"), part);
                assertTrue(part.contains("11.25"), part);
            }
        }
    }

    @Test
    void manyNodesSendEachMailOnce() throws Exception {
        for (int number = 0; number < 30; number++) {
            paidOrder("many" + number + "@example.com");
        }
        try (Letterbox box = new Letterbox()) {
            floor.atOnce(6, () -> {
                while (round.go(box.address(), () -> false) > 0) {
                    Thread.onSpinWait();
                }
                return true;
            });

            for (int number = 0; number < 30; number++) {
                assertEquals(1, box.takenFor("many" + number + "@example.com").size());
            }
            assertEquals(30, box.taken().size());
        }
    }

    @Test
    void aServerThatIsAwayIsTriedAgainLater() throws Exception {
        paidOrder("away@example.com");
        Letterbox gone = new Letterbox();
        gone.close();

        assertEquals(1, round.go(gone.address(), () -> false));

        assertEquals("due in 15 s after 1 tries", state("away@example.com"));
        sql.update("UPDATE mail_outbox SET due_at = UTC_TIMESTAMP(6) WHERE recipient = 'away@example.com'");
        try (Letterbox box = new Letterbox()) {
            round.go(box.address(), () -> false);
            assertEquals(1, box.taken().size());
            assertEquals("sent", state("away@example.com"));
        }
    }

    @Test
    void oneWhoIsRefusedForGoodHoldsUpNobody() throws Exception {
        paidOrder(Letterbox.NOBODY);
        paidOrder(Letterbox.FULL);
        paidOrder("fine@example.com");
        try (Letterbox box = new Letterbox()) {
            round.go(box.address(), () -> false);

            assertEquals(1, box.taken().size());
            assertTrue(state(Letterbox.NOBODY).startsWith("given up: refused: "), state(Letterbox.NOBODY));
            assertEquals("due in 15 s after 1 tries", state(Letterbox.FULL));
            assertEquals("sent", state("fine@example.com"));
        }
    }

    @Test
    void aMailOfANodeThatDiedComesDueAgain() throws Exception {
        paidOrder("dead@example.com");
        String dead = UUID.randomUUID().toString();
        QueuedMail mail = queue.claim(dead, 20, Duration.ofMinutes(5)).get(0);
        try (Letterbox box = new Letterbox()) {
            assertEquals(0, round.go(box.address(), () -> false));
            sql.update("UPDATE mail_outbox SET due_at = UTC_TIMESTAMP(6) WHERE recipient = 'dead@example.com'");
            assertEquals(1, round.go(box.address(), () -> false));

            // It was only asleep, and must not send what another one has sent.
            assertTrue(!queue.isClaimed(mail, dead));
            queue.tryAgain(mail, dead, Duration.ZERO, "awake again");
            assertEquals("sent", state("dead@example.com"));
            assertEquals(1, box.taken().size());
        }
    }

    @Test
    void aNodeThatStopsLeavesTheRestToOthers() throws Exception {
        paidOrder("left@example.com");
        try (Letterbox box = new Letterbox()) {
            round.go(box.address(), () -> true);
            assertEquals(0, box.taken().size());
            round.go(box.address(), () -> false);
            assertEquals(1, box.taken().size());
        }
    }

    private Token paidOrder(String email) throws Exception {
        return paidOrder(floor.stock(floor.openStore(), "MUG", 1250, 9), email, 1740);
    }

    private Token paidOrder(Store store, String email, long totalMinor) throws Exception {
        Placed placed = (Placed) checkout.place(
                store, wish(floor.cartWith(store, "MUG", 1), UUID.randomUUID().toString()));
        floor.change(
                "UPDATE shop_order SET email = ? WHERE ref = ?",
                email,
                placed.order().value());
        transactions.run(() -> {
            captured.fire(new PaymentsCaptured(
                    List.of(new Captured(Token.random(), placed.order(), store.id(), Money.of(totalMinor, "EUR")))));
            return true;
        });
        return placed.order();
    }

    private String state(String recipient) {
        return sql.first(
                        "SELECT IF(sent_at IS NOT NULL, 'sent', IF(due_at IS NULL, CONCAT('given up: ', problem),"
                                + " CONCAT('due in ', ROUND(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), due_at) / 1e6 / 5) * 5,"
                                + " ' s after ', tries, ' tries'))) FROM mail_outbox WHERE recipient = ?",
                        row -> row.getString(1),
                        recipient)
                .orElseThrow();
    }
}
