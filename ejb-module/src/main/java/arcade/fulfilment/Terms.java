package arcade.fulfilment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long pieces may be sent back, and a contract withdrawn from: the keys {@code arcade.fulfilment.*}. */
@ApplicationScoped
class Terms {
    /** By the law of the EU: 14 days after the last piece was delivered (directive 2011/83/EU, article 9). */
    private static final int LEAST_WITHDRAWAL_DAYS = 14;

    private static final int MOST_DAYS = 3650;

    @Inject
    @ConfigProperty(name = "arcade.fulfilment.withdrawal-days", defaultValue = "14")
    private int withdrawalDays;

    @Inject
    @ConfigProperty(name = "arcade.fulfilment.return-days", defaultValue = "30")
    private int returnDays;

    @PostConstruct
    void check() {
        if (withdrawalDays < LEAST_WITHDRAWAL_DAYS || withdrawalDays > MOST_DAYS) {
            throw new IllegalStateException("arcade.fulfilment.withdrawal-days must be " + LEAST_WITHDRAWAL_DAYS
                    + " to " + MOST_DAYS + ", not " + withdrawalDays);
        }
        if (returnDays < 0 || returnDays > MOST_DAYS) {
            throw new IllegalStateException(
                    "arcade.fulfilment.return-days must be 0 to " + MOST_DAYS + ", not " + returnDays);
        }
    }

    Optional<Instant> withdrawableUntil(Collection<LineProgress> lines, Collection<Shipment> shipments) {
        return end(lines, shipments, withdrawalDays);
    }

    Optional<Instant> returnableUntil(Collection<LineProgress> lines, Collection<Shipment> shipments) {
        return end(lines, shipments, returnDays);
    }

    /** The end of the last day, by UTC; empty while a piece is still to be sent or on its way. */
    private static Optional<Instant> end(Collection<LineProgress> lines, Collection<Shipment> shipments, int days) {
        boolean all = lines.stream().allMatch(line -> line.toShip() == 0)
                && shipments.stream()
                        .allMatch(shipment -> shipment.deliveredAt().isPresent());
        return all
                ? shipments.stream()
                        .flatMap(shipment -> shipment.deliveredAt().stream())
                        .max(Instant::compareTo)
                        .map(last -> last.truncatedTo(ChronoUnit.DAYS).plus(days + 1L, ChronoUnit.DAYS))
                : Optional.empty();
    }
}
