package arcade.fulfilment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.fulfilment.Moment.Kind;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.fulfilment.Outcome.Refused;
import arcade.ordering.Orders;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Sales;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four mugs at 12.50 in line 1, two pots at 9.00 in line 2. */
@ExtendWith(ArquillianExtension.class)
class SendingPiecesIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Sales sales;

    @Inject
    private Shipments shipments;

    @Inject
    private OrderCancellations cancellations;

    @Inject
    private AfterOrders afterOrders;

    @Inject
    private Orders orders;

    private Store store;
    private Token order;

    @BeforeEach
    void sell() {
        store = floor.stock(floor.stock(floor.openStore(), "MUG", 1250, 9), "POT", 900, 9);
        Map<String, Integer> pieces = new LinkedHashMap<>();
        pieces.put("MUG", 4);
        pieces.put("POT", 2);
        order = sales.paid(store, pieces);
    }

    @Test
    void anOrderIsSentInParts() {
        Token first = done(ship("a", Map.of(1, 3)));
        Token second = done(ship("b", Map.of(1, 1, 2, 2)));
        assertTrue(shipments.delivered(first).isDone());
        assertTrue(shipments.delivered(first).isDone());

        AfterOrder after = after();
        assertEquals(
                List.of(Kind.PLACED, Kind.PAID, Kind.SHIPPED, Kind.SHIPPED, Kind.DELIVERED),
                after.moments().stream().map(Moment::kind).toList());
        assertEquals(
                List.of(new Pieces(1, 1), new Pieces(2, 2)),
                after.shipments().get(1).lines());
        assertEquals(second, after.shipments().get(1).ref());
        assertFalse(after.cancellable());
        assertEquals(Reason.TOO_MANY, reason(ship("c", Map.of(1, 1))));
    }

    @Test
    void aDoubleClickIsOneShipmentAndOneLetter() throws Exception {
        List<Outcome> answers = floor.atOnce(8, () -> ship("same", Map.of(1, 1)));

        assertEquals(1, answers.stream().map(SendingPiecesIT::done).distinct().count());
        assertEquals(
                1, answers.stream().filter(answer -> !((Done) answer).again()).count());
        assertEquals(1, after().shipments().size());
        assertEquals(1, mails("order-shipped:" + done(answers.get(0))));
    }

    @Test
    void aFormSentAgainWithSomethingElseInItIsRefused() {
        Token sent = done(ship("same", Map.of(1, 1)));

        assertEquals(Reason.DECIDED, reason(ship("same", Map.of(1, 2))));
        assertEquals(Reason.DECIDED, reason(ship("same", "another", Optional.empty())));

        assertEquals(sent, done(ship("same", Map.of(1, 1))));
        assertEquals(List.of(new Pieces(1, 1)), after().shipments().get(0).lines());
    }

    @Test
    void clerksAtOnceNeverSendMoreThanWasBought() throws Exception {
        AtomicInteger keys = new AtomicInteger();

        List<Outcome> answers = floor.atOnce(8, () -> ship("key" + keys.incrementAndGet(), Map.of(1, 1)));

        assertEquals(4, answers.stream().filter(Outcome::isDone).count());
        assertEquals(4, after().lines().get(0).shipped());
    }

    @Test
    void sendingAndCancellingAtOnceIsOneOfBoth() throws Exception {
        AtomicInteger turn = new AtomicInteger();

        List<Outcome> answers = floor.atOnce(
                2,
                () -> turn.getAndIncrement() == 0 ? ship("a", Map.of(1, 4, 2, 2)) : cancellations.cancel(store, order));

        assertEquals(1, answers.stream().filter(Outcome::isDone).count());
        boolean cancelled = after().cancelledAt().isPresent();
        assertEquals(cancelled ? 0 : 1, after().shipments().size());
        assertEquals(cancelled ? "13/9/0/4" : "9/5/0/4", floor.stockOf(store, "MUG"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals(Reason.TOO_MANY, reason(ship("a", Map.of(1, 5))));
        assertEquals(Reason.TOO_MANY, reason(ship("a", Map.of(1, 0))));
        assertEquals(Reason.TOO_MANY, reason(ship("a", Map.of(1, -1))));
        assertEquals(Reason.TOO_MANY, reason(ship("a", Map.of(3, 1))));
        assertEquals(Reason.TOO_MANY, reason(ship("a", Map.of(1, 1, 2, 9))));
        assertEquals(Reason.NOTHING, reason(ship("a", Map.of())));
        assertEquals(Reason.TEXT, reason(ship("a", "", Optional.empty())));
        assertEquals(Reason.TEXT, reason(ship("a", "x".repeat(61), Optional.empty())));
        assertEquals(Reason.TEXT, reason(ship("a", "DHL", Optional.of("javascript:alert(1)"))));
        assertEquals(Reason.NO_SUCH_SHIPMENT, reason(shipments.delivered(Token.random())));
        assertEquals(Reason.NO_SUCH_ORDER, reason(shipments.ship(floor.openStore(), order, wish("a", Map.of(1, 1)))));
        Token open = sales.placed(store, Map.of("MUG", 1));
        assertEquals(Reason.NOT_PAID, reason(shipments.ship(store, open, wish("a", Map.of(1, 1)))));
        assertEquals(List.of(), after().shipments());
        assertEquals(0, after().lines().get(0).shipped());
    }

    private AfterOrder after() {
        return afterOrders.of(store, orders.find(store, order).orElseThrow());
    }

    private Outcome ship(String key, Map<Integer, Integer> pieces) {
        return shipments.ship(store, order, wish(key, pieces));
    }

    private Outcome ship(String key, String carrier, Optional<String> url) {
        return shipments.ship(store, order, new Shipping(key, carrier, "1", url, Map.of(1, 1)));
    }

    private static Shipping wish(String key, Map<Integer, Integer> pieces) {
        return new Shipping(key, "DHL", "00340434", Optional.of("https://track.example/00340434"), pieces);
    }

    private static Token done(Outcome outcome) {
        return assertInstanceOf(Done.class, outcome, outcome::toString).ref();
    }

    private static Reason reason(Outcome outcome) {
        return assertInstanceOf(Refused.class, outcome, outcome::toString).reason();
    }

    private long mails(String event) {
        return floor.number("SELECT COUNT(*) FROM mail_outbox WHERE event_key = ?", event);
    }
}
