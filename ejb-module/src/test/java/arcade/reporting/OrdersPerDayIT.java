package arcade.reporting;

import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.ordering.Checkout;
import arcade.ordering.Placement;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders of 17.40 each, paid and given back on known days. */
@ExtendWith(ArquillianExtension.class)
class OrdersPerDayIT {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Checkout checkout;

    @Inject
    private OrdersPerDay report;

    @Test
    void aDayCountsWhatWasPaidAndWhatWasGivenBackOnIt() throws SQLException {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Store other = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Token first = paid(store, 1, "2026-03-02 00:00:00");
        paid(store, 2, "2026-03-02 23:59:59.999999");
        paid(store, 3, "2026-03-04 00:00:00");
        paid(store, 4, "2026-03-05 00:00:00");
        paid(other, 1, "2026-03-02 12:00:00");
        order(store);
        givenBack(first, 500, "REFUNDED", "2026-03-03 10:00:00");
        givenBack(first, 300, "REFUND_FAILED", "2026-03-03 11:00:00");

        List<DayOfOrders> days = report.read(store, MONDAY, MONDAY.plusDays(2));

        assertEquals(
                List.of(
                        new DayOfOrders(MONDAY, 2, eur(3480), eur(0)),
                        new DayOfOrders(MONDAY.plusDays(1), 0, eur(0), eur(500)),
                        new DayOfOrders(MONDAY.plusDays(2), 1, eur(1740), eur(0))),
                days);
    }

    @Test
    void aPeriodHasABound() {
        Store store = floor.openStore();

        assertThrows(IllegalArgumentException.class, () -> report.read(store, MONDAY, MONDAY.minusDays(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> report.read(store, MONDAY, MONDAY.plusDays(OrdersPerDay.MOST_DAYS)));
    }

    private Token order(Store store) {
        Placement placement = checkout.place(
                store, wish(floor.cartWith(store, "MUG", 1), UUID.randomUUID().toString()));
        return Shopfloor.placed(placement);
    }

    private Token paid(Store store, int number, String at) {
        Token order = order(store);
        floor.change(
                "UPDATE shop_order SET state = 'PAID', number = ?, paid_at = ? WHERE ref = ?",
                number,
                at,
                order.value());
        return order;
    }

    private void givenBack(Token order, long minor, String state, String at) {
        floor.change(
                "INSERT INTO refund (ref, payment_id, request_key, amount_minor, currency, reason, state, created_at,"
                        + " changed_at) SELECT ?, id, ?, ?, 'EUR', 'broken', ?, ?, ? FROM payment WHERE order_ref = ?",
                Token.random().value(),
                UUID.randomUUID().toString(),
                minor,
                state,
                at,
                at,
                order.value());
    }

    private static Money eur(long minor) {
        return Money.of(minor, "EUR");
    }
}
