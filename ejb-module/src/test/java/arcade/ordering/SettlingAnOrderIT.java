package arcade.ordering;

import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.catalog.StockCounted;
import arcade.database.Transactions;
import arcade.payment.PaymentsAbandoned;
import arcade.payment.PaymentsAbandoned.Abandoned;
import arcade.payment.PaymentsCaptured;
import arcade.payment.PaymentsCaptured.Captured;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the till's events do to orders and stock, fired in a transaction as the till does. */
@ExtendWith(ArquillianExtension.class)
class SettlingAnOrderIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Checkout checkout;

    @Inject
    private Orders orders;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<PaymentsCaptured> captured;

    @Inject
    private Event<PaymentsAbandoned> abandoned;

    @Inject
    private Event<StockCounted> counted;

    @Test
    void aBatchGetsConsecutiveNumbersOfEachStore() {
        Store one = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Store two = floor.stock(floor.openStore(), "POT", 900, 9);
        Token first = order(one, "MUG");
        Token second = order(one, "MUG");
        Token others = order(two, "POT");
        Token third = order(one, "MUG");

        capture(captured(one, first, 1740), captured(one, second, 1740), captured(two, others, 1390));
        capture(captured(one, third, 1740));

        assertEquals(1, number(one, first));
        assertEquals(2, number(one, second));
        assertEquals(3, number(one, third));
        assertEquals(1, number(two, others));
        assertEquals("9/6/0/3", floor.stockOf(one, "MUG"));
        assertEquals("9/8/0/1", floor.stockOf(two, "POT"));
        assertEquals(1, mails(first));
    }

    @Test
    void moneyThatIsNotTheTotalPaysNothing() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Token good = order(store, "MUG");
        Token bad = order(store, "MUG");

        assertThrows(RuntimeException.class, () -> capture(captured(store, good, 1740), captured(store, bad, 1739)));

        assertEquals(OrderState.PLACED, state(store, good));
        assertEquals("9/7/2/0", floor.stockOf(store, "MUG"));
        capture(captured(store, good, 1740));
        assertEquals(1, number(store, good));
    }

    @Test
    void anOrderIsPaidOnce() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Token order = order(store, "MUG");
        capture(captured(store, order, 1740));

        assertThrows(RuntimeException.class, () -> capture(captured(store, order, 1740)));

        assertEquals("9/8/0/1", floor.stockOf(store, "MUG"));
        assertEquals(1, mails(order));
    }

    @Test
    void anAbandonedOrderGivesItsPiecesBack() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Token order = order(store, "MUG");

        abandon(store, order);

        assertEquals(OrderState.CANCELLED, state(store, order));
        assertEquals("9/9/0/0", floor.stockOf(store, "MUG"));
        assertThrows(RuntimeException.class, () -> abandon(store, order));
        assertThrows(RuntimeException.class, () -> capture(captured(store, order, 1740)));
        assertEquals("9/9/0/0", floor.stockOf(store, "MUG"));
    }

    @Test
    void onlyAnotherNumberThanTheLastImportsIsACorrection() {
        Store store = floor.openStore();
        floor.offer(store, "UNUSED", 1);

        count(store, "MUG", 10);
        assertEquals("10/10/0/0", floor.stockOf(store, "MUG"));
        floor.change("UPDATE stock SET on_hand = 7, reserved = 1, sold = 2 WHERE store_id = ?", store.id());
        count(store, "MUG", 10);
        assertEquals("10/7/1/2", floor.stockOf(store, "MUG"));
        count(store, "MUG", 4);
        assertEquals("7/4/1/2", floor.stockOf(store, "MUG"));
        count(store, "MUG", -3);
        assertEquals("3/0/1/2", floor.stockOf(store, "MUG"));
    }

    private Token order(Store store, String sku) {
        Placement placed = checkout.place(
                store, wish(floor.cartWith(store, sku, 1), UUID.randomUUID().toString()));
        return Shopfloor.placed(placed);
    }

    private static Captured captured(Store store, Token order, long minor) {
        return new Captured(Token.random(), order, store.id(), Money.of(minor, "EUR"));
    }

    private void capture(Captured... captures) {
        transactions.run(() -> {
            captured.fire(new PaymentsCaptured(List.of(captures)));
            return null;
        });
    }

    private void abandon(Store store, Token order) {
        transactions.run(() -> {
            abandoned.fire(new PaymentsAbandoned(List.of(new Abandoned(Token.random(), order, store.id()))));
            return null;
        });
    }

    private void count(Store store, String sku, long pieces) {
        transactions.run(() -> {
            counted.fire(new StockCounted(store.id(), new TreeMap<>(Map.of(new Sku(sku), pieces))));
            return null;
        });
    }

    private long number(Store store, Token order) {
        return orders.find(store, order).orElseThrow().number().orElseThrow();
    }

    private OrderState state(Store store, Token order) {
        return orders.find(store, order).orElseThrow().state();
    }

    private long mails(Token order) {
        return floor.number("SELECT COUNT(*) FROM mail_outbox WHERE event_key = ?", "order-paid:" + order);
    }
}
