package arcade.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order, and what its buyer may still do.
 *
 * @param moments oldest first
 * @param cancellable whether it is paid and nothing of it was sent
 * @param returnableUntil empty: no end is set yet
 * @param withdrawableUntil empty: no end is set yet
 */
public record AfterOrder(
        List<LineProgress> lines,
        List<Shipment> shipments,
        List<ReturnCase> returns,
        Optional<Instant> cancelledAt,
        List<Moment> moments,
        boolean cancellable,
        boolean returnable,
        boolean withdrawable,
        Optional<Instant> returnableUntil,
        Optional<Instant> withdrawableUntil) {

    public AfterOrder {
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        moments = List.copyOf(moments);
    }

    public Optional<ReturnCase> withdrawal() {
        return returns.stream()
                .filter(each -> each.kind() == ReturnCase.Kind.WITHDRAWAL)
                .findFirst();
    }

    /** Whether there is anything that its buyer may do. */
    public boolean isOpen() {
        return cancellable || returnable || withdrawable;
    }
}
