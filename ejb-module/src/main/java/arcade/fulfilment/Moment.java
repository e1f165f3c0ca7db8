package arcade.fulfilment;

import arcade.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an order.
 *
 * @param amount of money that was given back
 * @param shipment that was sent or delivered
 * @param returned the return or withdrawal that it is about
 */
public record Moment(
        Kind kind, Instant at, Optional<Money> amount, Optional<Shipment> shipment, Optional<ReturnCase> returned) {

    public enum Kind {
        PLACED,
        PAID,
        SHIPPED,
        DELIVERED,
        CANCELLED,
        WITHDRAWN,
        RETURN_REQUESTED,
        RETURN_RECEIVED,
        RETURN_REFUSED,
        REFUNDED
    }

    static Moment of(Kind kind, Instant at) {
        return new Moment(kind, at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Moment of(Kind kind, Instant at, Money amount) {
        return new Moment(kind, at, Optional.of(amount), Optional.empty(), Optional.empty());
    }

    static Moment of(Kind kind, Instant at, Shipment shipment) {
        return new Moment(kind, at, Optional.empty(), Optional.of(shipment), Optional.empty());
    }

    static Moment of(Kind kind, Instant at, ReturnCase returned) {
        return new Moment(kind, at, Optional.empty(), Optional.empty(), Optional.of(returned));
    }
}
