package arcade.till.testing;

import arcade.shared.Token;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** Rows for tests on the database: a store that no other test uses, and its orders. */
public final class ARow {
    private ARow() {}

    public static long store() {
        return ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
    }

    /** An order in EUR that waits for its money. */
    public static Token order(TestTransactions database, long store, long totalMinor) throws SQLException {
        Token ref = Token.random();
        database.execute(
                "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key, cart_token, currency, items_minor,"
                        + " shipping_minor, tax_minor, total_minor, email, name, line1, postal_code, city, country, placed_at)"
                        + " VALUES (?, ?, 'arcade', 'PLACED', ?, ?, 'EUR', ?, 0, 0, ?, 'a@example.org', 'A', '1 Street', '1',"
                        + " 'Town', 'DE', UTC_TIMESTAMP(6))",
                ref.value(),
                store,
                ref.value(),
                ref.value(),
                totalMinor,
                totalMinor);
        return ref;
    }

    /** A payment by token of that order, in a state in which nothing is due. Answers its id. */
    public static long payment(TestTransactions database, long store, Token order, long totalMinor, String state)
            throws SQLException {
        database.execute(
                "INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor, currency, state, method,"
                        + " method_token, return_origin, created_at, changed_at) VALUES (?, ?, ?, 'arcade', ?, 'EUR', ?, 'TOKEN',"
                        + " 'pm_card_visa', 'http://arcade.localhost', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                Token.random().value(),
                order.value(),
                store,
                totalMinor,
                state);
        return database.numbers("SELECT id FROM payment WHERE order_ref = ?", order.value())
                .get(0);
    }
}
