package arcade.fulfilment;

import arcade.database.Sql;
import arcade.fulfilment.Moment.Kind;
import arcade.ordering.OrderState;
import arcade.ordering.OrderView;
import arcade.shared.Money;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of orders, to look at. */
@ApplicationScoped
public class AfterOrders {
    private static final String GIVEN_BACK = "SELECT r.amount_minor, r.currency, t.at FROM payment p"
            + " JOIN refund r ON r.payment_id = p.id JOIN refund_transition t ON t.refund_id = r.id"
            + " WHERE p.order_ref = ? AND r.state = 'REFUNDED' AND t.to_state = 'REFUNDED' ORDER BY t.seq";

    @Inject
    private Sql sql;

    @Inject
    private LineRows lines;

    @Inject
    private ShipmentRows shipments;

    @Inject
    private ReturnRows returns;

    @Inject
    private OrderCancellations cancellations;

    @Inject
    private Terms terms;

    @Inject
    private Clock clock;

    /** Of an order that is not paid it is only told when it was placed. */
    public AfterOrder of(Store store, OrderView order) {
        List<Moment> moments = new ArrayList<>();
        moments.add(Moment.of(Kind.PLACED, order.placedAt()));
        order.paidAt().ifPresent(at -> moments.add(Moment.of(Kind.PAID, at)));
        return order.state() == OrderState.PAID
                ? paid(lines.find(store, order.token()).orElseThrow(), moments)
                : new AfterOrder(
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        moments,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty());
    }

    private AfterOrder paid(PaidOrder order, List<Moment> moments) {
        List<Shipment> sent = shipments.ofOrder(order);
        List<ReturnCase> cases = returns.ofOrder(order);
        Optional<Instant> cancelled = cancellations.at(order);
        Optional<Instant> returnableUntil = terms.returnableUntil(order.lines(), sent);
        Optional<Instant> withdrawableUntil = terms.withdrawableUntil(order.lines(), sent);
        cancelled.ifPresent(at -> moments.add(Moment.of(Kind.CANCELLED, at)));
        sent.forEach(each -> moments.addAll(moments(each)));
        cases.forEach(each -> moments.addAll(moments(each)));
        moments.addAll(givenBack(order));
        moments.sort(Comparator.comparing(Moment::at));
        boolean toShip = order.lines().stream().anyMatch(line -> line.toShip() > 0);
        boolean inHand = order.lines().stream().anyMatch(line -> line.returnable() > 0);
        boolean withdrawn = cases.stream().anyMatch(each -> each.kind() == ReturnCase.Kind.WITHDRAWAL);
        return new AfterOrder(
                order.lines(),
                sent,
                cases,
                cancelled,
                moments,
                toShip && order.nothingSent(),
                inHand && isAhead(returnableUntil),
                (toShip || inHand) && !withdrawn && isAhead(withdrawableUntil),
                returnableUntil,
                withdrawableUntil);
    }

    private boolean isAhead(Optional<Instant> end) {
        return end.isEmpty() || clock.instant().isBefore(end.get());
    }

    private static List<Moment> moments(Shipment shipment) {
        List<Moment> moments = new ArrayList<>();
        moments.add(Moment.of(Kind.SHIPPED, shipment.shippedAt(), shipment));
        shipment.deliveredAt().ifPresent(at -> moments.add(Moment.of(Kind.DELIVERED, at, shipment)));
        return moments;
    }

    private static List<Moment> moments(ReturnCase returned) {
        List<Moment> moments = new ArrayList<>();
        boolean withdrawn = returned.kind() == ReturnCase.Kind.WITHDRAWAL;
        moments.add(Moment.of(withdrawn ? Kind.WITHDRAWN : Kind.RETURN_REQUESTED, returned.requestedAt(), returned));
        if (!returned.lines().isEmpty()) {
            Kind decided = returned.is("REFUSED") ? Kind.RETURN_REFUSED : Kind.RETURN_RECEIVED;
            returned.closedAt().ifPresent(at -> moments.add(Moment.of(decided, at, returned)));
        }
        return moments;
    }

    private List<Moment> givenBack(PaidOrder order) {
        return sql.list(
                GIVEN_BACK,
                row -> Moment.of(
                        Kind.REFUNDED,
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        Money.of(row.getLong(1), row.getString(2))),
                order.token().value());
    }
}
