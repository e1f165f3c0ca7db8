package arcade.fulfilment;

import arcade.shared.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an order.
 *
 * @param amount of money that was given back
 * @param shipment that was sent or delivered
 */
public record Moment(Kind kind, Instant at, Optional<Money> amount, Optional<Shipment> shipment) {

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
        return new Moment(kind, at, Optional.empty(), Optional.empty());
    }

    static Moment of(Kind kind, Instant at, Shipment shipment) {
        return new Moment(kind, at, Optional.empty(), Optional.of(shipment));
    }
}
