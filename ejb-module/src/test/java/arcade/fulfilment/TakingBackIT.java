package arcade.fulfilment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.fulfilment.Outcome.Refused;
import arcade.ordering.Orders;
import arcade.payment.Refunds;
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
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancelled, returned, withdrawn: three mugs at 12.50 in line 1, one pot at 9.00 in line 2, 4.90 of delivery; 51.40. */
@ExtendWith(ArquillianExtension.class)
class TakingBackIT {
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
    private Returns returns;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private AfterOrders afterOrders;

    @Inject
    private Orders orders;

    @Inject
    private Refunds refunds;

    private Store store;
    private Token order;

    @BeforeEach
    void sell() {
        store = floor.stock(floor.stock(floor.openStore(), "MUG", 1250, 9), "POT", 900, 9);
        Map<String, Integer> pieces = new LinkedHashMap<>();
        pieces.put("MUG", 3);
        pieces.put("POT", 1);
        order = sales.paid(store, pieces);
    }

    @Test
    void cancelledBeforeItWasSentAllOfItGoesBackOnce() throws Exception {
        floor.atOnce(8, () -> cancellations.cancel(store, order));

        assertEquals(List.of(5140L), givenBack());
        assertEquals("12/9/0/3", floor.stockOf(store, "MUG"));
        assertEquals("10/9/0/1", floor.stockOf(store, "POT"));
        assertEquals(Reason.TOO_MANY, reason(send(Map.of(1, 1))));
        assertFalse(after().isOpen());
    }

    @Test
    void whatWasSentCannotBeCancelled() {
        send(Map.of(2, 1));

        assertEquals(Reason.SHIPPED, reason(cancellations.cancel(store, order)));
        assertEquals(List.of(), givenBack());
        assertEquals("9/6/0/3", floor.stockOf(store, "MUG"));
    }

    @Test
    void aReturnIsReceivedPaidBackAndPutIntoStock() throws Exception {
        send(Map.of(1, 3, 2, 1));
        Token ref = done(request("a", Map.of(1, 2)));
        assertEquals(ReturnCase.State.REQUESTED, state(ref));
        assertEquals(List.of(), givenBack());

        List<Outcome> answers = floor.atOnce(6, () -> returns.received(store, ref, Map.of(1, 1)));

        assertEquals(1, answers.stream().filter(Outcome::isDone).count());
        assertEquals(List.of(2500L), givenBack());
        assertEquals("10/7/0/3", floor.stockOf(store, "MUG"));
        assertEquals(ReturnCase.State.RECEIVED, state(ref));
        sales.giveBack(store, order);
        assertEquals(ReturnCase.State.REFUNDED, state(ref));
        assertEquals(
                Moment.Kind.REFUNDED,
                after().moments().get(after().moments().size() - 1).kind());
        assertEquals(1, mails("return-requested:" + ref));
    }

    @Test
    void moreThanWasSentCannotComeBackHoweverOftenItIsAsked() throws Exception {
        send(Map.of(1, 2));
        AtomicInteger keys = new AtomicInteger();

        List<Outcome> many = floor.atOnce(6, () -> request("k" + keys.incrementAndGet(), Map.of(1, 1)));
        List<Outcome> same = floor.atOnce(4, () -> request("k1", Map.of(1, 1)));

        assertEquals(2, many.stream().filter(Outcome::isDone).count());
        assertTrue(same.stream().distinct().count() == 1, same::toString);
        assertEquals(2, after().lines().get(0).returned());
    }

    @Test
    void aRefusedReturnMayBeAskedForAgain() {
        send(Map.of(1, 3));
        Token ref = done(request("a", Map.of(1, 3)));
        assertEquals(Reason.TEXT, reason(returns.refuse(store, ref, " ")));

        assertTrue(returns.refuse(store, ref, "Used for a year.").isDone());

        assertEquals(Reason.DECIDED, reason(returns.received(store, ref, Map.of())));
        assertEquals(Optional.of("Used for a year."), after().returns().get(0).refusal());
        assertEquals(List.of(), givenBack());
        done(request("b", Map.of(1, 3)));
    }

    @Test
    void aReturnThatMakesNoSenseIsRefused() {
        assertEquals(Reason.TOO_MANY, reason(request("a", Map.of(1, 1))));
        send(Map.of(1, 1));
        assertEquals(Reason.NOTHING, reason(request("a", Map.of())));
        assertEquals(Reason.TOO_MANY, reason(request("a", Map.of(7, 1))));
        assertEquals(Reason.TOO_MANY, reason(request("a", Map.of(1, 0))));
        assertEquals(
                Reason.TEXT,
                reason(returns.request(
                        store, order, new ReturnWish("a", Map.of(1, 1), ReturnCase.Reason.DAMAGED, "x".repeat(501)))));
        Token ref = done(request("a", Map.of(1, 1)));
        assertEquals(Reason.TOO_MANY, reason(returns.received(store, ref, Map.of(1, 2))));
        assertEquals(Reason.TOO_MANY, reason(returns.received(store, ref, Map.of(2, 1))));
        assertEquals(Reason.NO_SUCH_RETURN, reason(returns.received(floor.openStore(), ref, Map.of())));
        assertEquals(Reason.NO_SUCH_RETURN, reason(returns.refuse(store, Token.random(), "why")));
    }

    @Test
    void whoWithdrawsBeforeAnythingIsSentGetsAllOfItAtOnce() throws Exception {
        floor.atOnce(8, () -> withdrawals.withdraw(store, order));

        assertEquals(List.of(5140L), givenBack());
        assertEquals("12/9/0/3", floor.stockOf(store, "MUG"));
        Token ref = after().withdrawal().orElseThrow().ref();
        assertEquals(ReturnCase.State.RECEIVED, state(ref));
        assertEquals(1, mails("order-withdrawn:" + ref));
        assertEquals(Reason.TOO_MANY, reason(send(Map.of(1, 1))));
    }

    @Test
    void ofAWithdrawalWhatWasSentComesBackFirst() {
        send(Map.of(1, 2));

        Token ref = done(withdrawals.withdraw(store, order));

        assertEquals(List.of(2150L), givenBack());
        assertEquals(ReturnCase.State.REQUESTED, state(ref));
        assertTrue(returns.received(store, ref, Map.of(1, 2)).isDone());
        // The rest, the delivery included.
        assertEquals(List.of(2150L, 2990L), givenBack());
        assertEquals("12/9/0/3", floor.stockOf(store, "MUG"));
    }

    @Test
    void theTimeRunsFromTheLastDelivery() {
        send(Map.of(1, 3, 2, 1));
        assertTrue(after().withdrawableUntil().isEmpty());
        delivered("UTC_TIMESTAMP(6) - INTERVAL 14 DAY");
        assertTrue(after().withdrawable());

        delivered("UTC_TIMESTAMP(6) - INTERVAL 15 DAY");
        assertFalse(after().withdrawable());
        assertEquals(Reason.TOO_LATE, reason(withdrawals.withdraw(store, order)));
        assertTrue(after().returnable());

        delivered("UTC_TIMESTAMP(6) - INTERVAL 31 DAY");
        assertFalse(after().returnable());
        assertEquals(Reason.TOO_LATE, reason(request("a", Map.of(1, 1))));
    }

    @Test
    void noMoreGoesBackThanIsLeft() {
        send(Map.of(1, 3, 2, 1));
        refunds.request(order, OptionalLong.of(4000), "by hand", "hand");
        Token first = done(request("a", Map.of(1, 1)));
        Token second = done(request("b", Map.of(1, 1)));

        assertTrue(returns.received(store, first, Map.of()).isDone());
        assertTrue(returns.received(store, second, Map.of()).isDone());

        assertEquals(List.of(4000L, 1140L), givenBack());
    }

    @Test
    void aDiscountIsTakenOffWhatGoesBack() {
        floor.change(
                "UPDATE order_line l JOIN shop_order o ON o.id = l.order_id SET l.discount_minor = 651"
                        + " WHERE o.ref = ? AND l.position = 1",
                order.value());
        send(Map.of(1, 3, 2, 1));
        Token two = done(request("a", Map.of(1, 2)));
        Token rest = done(request("b", Map.of(1, 1, 2, 1)));

        assertTrue(returns.received(store, two, Map.of()).isDone());
        assertTrue(returns.received(store, rest, Map.of()).isDone());

        assertEquals(List.of(2066L, 1933L), givenBack());
    }

    private void delivered(String when) {
        floor.change(
                "UPDATE shipment s JOIN shop_order o ON o.id = s.order_id SET s.delivered_at = " + when
                        + " WHERE o.ref = ?",
                order.value());
    }

    private AfterOrder after() {
        return afterOrders.of(store, orders.find(store, order).orElseThrow());
    }

    private ReturnCase.State state(Token ref) {
        return after().returns().stream()
                .filter(each -> each.ref().equals(ref))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Outcome send(Map<Integer, Integer> pieces) {
        return shipments.ship(store, order, new Shipping("s" + pieces.hashCode(), "DHL", "", Optional.empty(), pieces));
    }

    private Outcome request(String key, Map<Integer, Integer> pieces) {
        return returns.request(store, order, new ReturnWish(key, pieces, ReturnCase.Reason.CHANGED_MIND, ""));
    }

    private List<Long> givenBack() {
        return refunds.ofOrder(order).stream()
                .map(each -> each.amount().minor())
                .toList();
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
