package arcade.ordering;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Whether anybody may check out: a row that a promotion closes before it lets anybody write, and that the till opens, so that
 * every node knows at once and nobody has to be told.
 */
@ApplicationScoped
class CheckoutGate {
    private static final String CLOSED = "SELECT reason FROM checkout_gate WHERE closed_since IS NOT NULL LIMIT 1";

    @Inject
    private Sql sql;

    /** Throws {@link CheckoutClosed} while it is closed. */
    void requireOpen() {
        sql.first(CLOSED, row -> String.valueOf(row.getString(1))).ifPresent(reason -> {
            throw new CheckoutClosed(reason);
        });
    }
}
