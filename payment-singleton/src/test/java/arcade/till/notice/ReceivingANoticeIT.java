package arcade.till.notice;

import static arcade.payment.GatewayNotices.Receipt.ACCEPTED;
import static arcade.payment.GatewayNotices.Receipt.FORGED;
import static arcade.payment.GatewayNotices.Receipt.KNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.payment.GatewayNotices;
import arcade.payment.GatewayNotices.Receipt;
import arcade.shared.Token;
import arcade.till.testing.ARow;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's notices are hints: repeated, shuffled or lying, they move no money. */
class ReceivingANoticeIT {
    private static final long PRICE = 1_800;
    private static final String SECRET = "whsec_test";

    private final TestTransactions database = new TestTransactions();
    private final GatewayNotices notices = byAClock(Duration.ZERO);
    private final String event = "evt_" + UUID.randomUUID();
    private Token order;
    private long payment;

    @BeforeEach
    void aPaymentThatWaitsForItsShopper() throws SQLException {
        long store = ARow.store();
        order = ARow.order(database, store, PRICE);
        payment = ARow.payment(database, store, order, PRICE, "REQUIRES_ACTION");
        database.execute("UPDATE payment SET gateway_intent = CONCAT('pi_', id) WHERE id = ?", payment);
    }

    @Test
    void theSameNoticeAgainIsKnownAndKeptOnce() throws Exception {
        assertEquals(ACCEPTED, receive(event, "payment_intent.created", SECRET));
        assertEquals(KNOWN, receive(event, "payment_intent.created", SECRET));

        assertEquals(List.of(1L), count("gateway_event WHERE event_id LIKE ?", event + '%'));
    }

    @Test
    void whatItClaimsIsNotBelieved() throws Exception {
        for (String claim : List.of("payment_intent.succeeded", "charge.captured", "payment_intent.canceled")) {
            assertEquals(ACCEPTED, receive(event + claim, claim, SECRET));
        }

        assertEquals(List.of(1L), count("payment WHERE id = ? AND state = 'REQUIRES_ACTION'", payment));
        assertEquals(List.of(0L), count("payment WHERE id = ? AND captured_minor <> 0", payment));
        assertEquals(List.of(0L), count("payment_transition WHERE payment_id = ?", payment));
        assertEquals(List.of(1L), count("shop_order WHERE ref = ? AND state = 'PLACED'", order.value()));
    }

    @Test
    void aForgedOneLeavesNoTrace() throws Exception {
        assertEquals(FORGED, receive(event, "payment_intent.succeeded", "whsec_other"));

        assertEquals(List.of(0L), count("gateway_event WHERE event_id = ?", event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT1H", "PT25H"})
    void aNodeWhoseClockHasJumpedRefusesItAndMovesNothing(Duration jump) throws Exception {
        GatewayNotices elsewhere = byAClock(jump);
        database.execute("UPDATE payment SET due_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR WHERE id = ?", payment);

        assertEquals(FORGED, receive(elsewhere, event, "checkout.session.completed", SECRET));

        assertEquals(1, elsewhere.forged());
        assertEquals(List.of(0L), count("gateway_event WHERE event_id = ?", event));
        assertEquals(
                List.of(0L), count("payment WHERE id = ? AND due_at < UTC_TIMESTAMP(6) + INTERVAL 1 MINUTE", payment));
        assertEquals(ACCEPTED, receive(event, "checkout.session.completed", SECRET));
        assertEquals(
                List.of(1L), count("payment WHERE id = ? AND due_at < UTC_TIMESTAMP(6) + INTERVAL 1 MINUTE", payment));
    }

    private GatewayNotices byAClock(Duration ahead) {
        return new Workbench(database)
                .configured("arcade.gateway.webhook.secret", SECRET)
                .with(Clock.class, Clock.offset(Clock.systemUTC(), ahead))
                .bean(GatewayNotices.class);
    }

    private Receipt receive(String id, String type, String secret) throws Exception {
        return receive(notices, id, type, secret);
    }

    private Receipt receive(GatewayNotices inbox, String id, String type, String secret) throws Exception {
        byte[] body = ("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":{\"object\":{\"id\":\"pi_" + payment
                        + "\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"amount_received\":" + PRICE
                        + ",\"metadata\":{\"order\":\"" + order + "\"}}}}")
                .getBytes(StandardCharsets.UTF_8);
        return database.run(connection -> inbox.receive(body, signature(body, secret)));
    }

    private static String signature(byte[] body, String secret) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((now + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private List<Long> count(String from, Object value) throws SQLException {
        return database.numbers("SELECT COUNT(*) FROM " + from, value);
    }
}
