package arcade.fulfilment;

import arcade.shared.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Pieces that left the house together.
 *
 * @param trackingNumber empty: the carrier gave none
 */
public record Shipment(
        Token ref,
        String carrier,
        String trackingNumber,
        Optional<String> trackingUrl,
        Instant shippedAt,
        Optional<Instant> deliveredAt,
        List<Pieces> lines) {

    public Shipment {
        lines = List.copyOf(lines);
    }
}
