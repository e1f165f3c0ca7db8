package arcade.till.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.payment.GatewayNotices;
import arcade.payment.GatewayNotices.Receipt;
import arcade.shared.Token;
import arcade.till.ReconcileClock;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Shift;
import arcade.till.lease.Tenure;
import arcade.till.reconcile.OrphanCapture;
import arcade.till.reconcile.ReconcileBook;
import arcade.till.reconcile.Reconciler;
import arcade.till.testing.FakeGateway;
import arcade.till.testing.TillRelease;
import arcade.till.testing.TillRows;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a notice at the shop's door to what the till does about it, with the real database and a gateway in memory. */
@ExtendWith(ArquillianExtension.class)
class NoticesToTheTillIT {
    @Deployment
    static WebArchive release() {
        return TillRelease.war();
    }

    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    @Inject
    private LeaseDesk lease;

    @Inject
    private ReconcileBook book;

    @Inject
    private NoticeBook inbox;

    @Inject
    private GatewayNotices notices;

    @Inject
    private ReconcileClock clock;

    private final FakeGateway gateway = new FakeGateway();
    private final String event = "evt_" + UUID.randomUUID();
    private final String intent = "pi_" + UUID.randomUUID();
    private TillRows rows;
    private FencingToken token;

    @BeforeEach
    void thisIsTheTillAndTheInboxIsEmpty() {
        rows = new TillRows(database);
        rows.execute("UPDATE lease_beat SET expires_at = '2000-01-01'");
        rows.execute("DELETE FROM gateway_event");
        rows.execute("UPDATE payment_break SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL");
        token = lease.take("node1:first").orElseThrow();
    }

    @Test
    void aDisputeMakesTheTillLookThoughItNamesOnlyTheIntent() throws Exception {
        String payment = captured();
        gateway.disputes(intent);

        receive(event, "charge.dispute.created", about("dispute", "payment_intent", "{}"));
        work();

        assertEquals("DISPUTED open", rows.breaks(payment));
        assertEquals("1 handled", handled(event));
    }

    @Test
    void whatANoticeClaimsIsAskedForAndNotBelieved() throws Exception {
        String payment = captured();

        receive(event, "payment_intent.canceled", about("payment_intent", "id", ours(payment)));
        work();

        assertEquals(List.of("GET /v1/payment_intents/" + intent), gateway.calls);
        assertEquals("CAPTURED", rows.text("SELECT state FROM payment WHERE ref = '" + payment + "'"));
        assertEquals("", rows.breaks(payment) + rows.breaks(intent));
        assertEquals("1 handled", handled(event));
    }

    @Test
    void moneyThatTheDashboardGaveBackIsShown() throws Exception {
        String payment = captured();
        gateway.givesBack(intent, 700);

        receive(event, "charge.refunded", about("charge", "payment_intent", ours(payment)));
        work();

        assertEquals("REFUND_DIFFERS open", rows.breaks(payment));
    }

    @Test
    void repeatedAndShuffledNoticesAreOneRowEachAndOneLook() throws Exception {
        String payment = captured();
        String refunded = about("charge", "payment_intent", ours(payment));

        assertEquals(Receipt.ACCEPTED, receive(event + "b", "charge.refunded", refunded));
        assertEquals(Receipt.ACCEPTED, receive(event + "a", "charge.refunded", refunded));
        assertEquals(Receipt.KNOWN, receive(event + "b", "charge.refunded", refunded));
        work();
        assertEquals(Receipt.KNOWN, receive(event + "a", "charge.refunded", refunded));
        work();

        assertEquals(1, gateway.calls.size());
        assertEquals("2", rows.text("SELECT COUNT(*) FROM gateway_event WHERE handled_at IS NOT NULL"));
    }

    @Test
    void aNoticeThatIsNotOursIsKeptAndNeedsNoLook() throws Exception {
        gateway.has(intent, "requires_capture", Map.of(), 1);

        receive(event + 1, "charge.refunded", about("charge", "payment_intent", "{\"payment\":\"4711\"}"));
        receive(event + 2, "charge.dispute.created", about("dispute", "payment_intent", "null"));
        work();

        assertEquals("0 handled", handled(event + 1));
        assertEquals("0 handled", handled(event + 2));
        assertEquals(List.of(), gateway.calls);
    }

    @Test
    void aNoticeOfAPaymentThatWaitsForItsShopperMakesTheTillAsk() throws Exception {
        String payment = rows.payment("REQUIRES_ACTION", intent, 3_600);

        receive(event, "checkout.session.completed", about("checkout.session", "payment_intent", ours(payment)));
        work();

        assertEquals("1", rows.text("SELECT due_at <= UTC_TIMESTAMP(6) FROM payment WHERE ref = '" + payment + "'"));
        assertEquals("0 handled", handled(event));
        assertEquals(List.of(), gateway.calls);
    }

    @Test
    void aCallUnderWayAndASilentGatewayAreWaitedFor() throws Exception {
        String capturing = rows.payment("CAPTURING", "pi_other" + event, 3_600);
        String payment = captured();
        gateway.before(call -> {
            throw new IllegalStateException("no answer");
        });

        receive(event + 1, "payment_intent.canceled", about("payment_intent", "id", ours(capturing)));
        receive(event + 2, "payment_intent.canceled", about("payment_intent", "id", ours(payment)));
        work();
        assertEquals("1 later", handled(event + 1));
        assertEquals("1 later", handled(event + 2));

        gateway.before(call -> {});
        rows.execute("UPDATE gateway_event SET due_at = UTC_TIMESTAMP(6)");
        work();
        assertEquals("2 later", handled(event + 1));
        assertEquals("2 handled", handled(event + 2));
    }

    @Test
    void moneyOfAPaymentThatWeDoNotHaveIsFoundByItsNotice() throws Exception {
        String lost = Token.random().value();
        gateway.has(intent, "requires_capture", metadata(lost), Instant.now().getEpochSecond() - 3_600);

        receive(event, "checkout.session.completed", about("checkout.session", "payment_intent", ours(lost)));
        work();

        assertEquals("ORPHAN_AUTHORIZATION VOIDED open", rows.breaks(intent));
    }

    @Test
    void noticesAreForgottenAfterThirtyDays() throws Exception {
        receive(event + 1, "charge.refunded", "{}");
        receive(event + 2, "charge.refunded", "{}");
        rows.execute("UPDATE gateway_event SET received_at = UTC_TIMESTAMP(6) - INTERVAL 31 DAY WHERE event_id = '"
                + event + "1'");

        inbox.forget(token);

        assertEquals(event + "2", rows.text("SELECT GROUP_CONCAT(event_id) FROM gateway_event"));
    }

    @Test
    void forgeriesAreCountedAndLeaveNoTrace() {
        long before = notices.forged();

        assertEquals(Receipt.FORGED, notices.receive("{}".getBytes(StandardCharsets.UTF_8), "t=1,v1=00"));
        assertEquals(Receipt.FORGED, notices.receive("{}".getBytes(StandardCharsets.UTF_8), null));

        assertEquals(before + 2, notices.forged());
        assertEquals("0", rows.text("SELECT COUNT(*) FROM gateway_event"));
    }

    /** The configured gateway of a test node answers nobody: that the notice is put off shows that the clock took it. */
    @Test
    void theClockLooksIntoTheInboxOnceThisIsTheTill() throws Exception {
        receive(event, "payment_intent.canceled", about("payment_intent", "id", ours(captured())));
        clock.start(() -> Optional.of(new Tenure(token, System.nanoTime())), lost -> {});
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!handled(event).equals("1 later") && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } finally {
            clock.stop();
        }

        assertEquals("1 later", handled(event));
    }

    private void work() {
        Shift shift = new Shift(() -> Optional.of(new Tenure(token, System.nanoTime())), lost -> {});
        new NoticeWorker(inbox, new Reconciler(book, gateway.books(), OrphanCapture.ATTACH_OR_REFUND, shift))
                .look(token);
    }

    /** A payment that both sides count as captured. */
    private String captured() {
        String payment = rows.payment("CAPTURED", intent, 3_600);
        gateway.has(intent, "succeeded", metadata(payment), Instant.now().getEpochSecond() - 3_600);
        return payment;
    }

    private static Map<String, String> metadata(String payment) {
        return Map.of("payment", payment, "order", Token.random().value(), "store", "arcade");
    }

    private static String ours(String payment) {
        return "{\"payment\":\"" + payment + "\",\"order\":\"" + Token.random() + "\",\"store\":\"arcade\"}";
    }

    private String about(String object, String member, String metadata) {
        return "{\"object\":\"" + object + "\",\"status\":\"canceled\",\"" + member + "\":\"" + intent
                + "\",\"metadata\":" + metadata + "}";
    }

    private Receipt receive(String id, String type, String object) throws GeneralSecurityException {
        byte[] body = ("{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"data\":{\"object\":" + object + "}}")
                .getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("whsec_arcade".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((now + ".").getBytes(StandardCharsets.UTF_8));
        Receipt receipt =
                notices.receive(body, "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body)));
        assertTrue(receipt == Receipt.ACCEPTED || receipt == Receipt.KNOWN, receipt + " " + type);
        return receipt;
    }

    /** How often a notice made the till look, and whether that was all. */
    private String handled(String id) {
        return rows.text("SELECT CONCAT(looked, IF(handled_at IS NOT NULL AND due_at IS NULL, ' handled',"
                + " IF(due_at > UTC_TIMESTAMP(6), ' later', ' due'))) FROM gateway_event WHERE event_id = '" + id
                + "'");
    }
}
