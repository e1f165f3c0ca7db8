package arcade.payment;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether the till reaches the gateway, for those who wait for a payment. The till alone writes it. */
@ApplicationScoped
public class GatewayOutage {
    @Inject
    private Sql sql;

    /** Since when the gateway does not answer; empty: it does. */
    public Optional<Instant> since() {
        return sql.first(
                "SELECT open_since FROM gateway_circuit WHERE name = 'payments' AND open_since IS NOT NULL",
                row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
