package arcade.customer;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.ordering.Checkout;
import arcade.ordering.OrderState;
import arcade.ordering.PlaceOrder;
import arcade.ordering.Placement;
import arcade.ordering.Placement.Placed;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The orders in a customer's account. */
@ApplicationScoped
public class CustomerOrders {
    /** On one page of the history. */
    public static final int PER_PAGE = 10;

    @Inject
    private Checkout checkout;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /**
     * An order in the history.
     *
     * @param number the store's consecutive number, given when the order is paid
     */
    public record Summary(
            Token token, OptionalLong number, OrderState state, Money total, long pieces, Instant placedAt) {}

    /** @param orders newest first */
    public record History(List<Summary> orders, long all, int page) {
        public History {
            orders = List.copyOf(orders);
        }

        public int pages() {
            return (int) Math.max(1, (all + PER_PAGE - 1) / PER_PAGE);
        }
    }

    /** Places an order, in the account of who is signed in. One that was placed before, by the same key, stays where it is. */
    public Placement place(Store store, PlaceOrder wish, Optional<Customer> customer) {
        if (customer.isEmpty()) {
            return checkout.place(store, wish);
        }
        return transactions.run(() -> {
            boolean before = isPlaced(store, wish);
            Placement placement = checkout.place(store, wish);
            if (!before && placement instanceof Placed placed) {
                sql.update(
                        "UPDATE shop_order SET customer_id = ? WHERE ref = ? AND customer_id IS NULL",
                        customer.get().id(),
                        placed.order().value());
            }
            return placement;
        });
    }

    /** An order that a guest has just placed comes into his account: it names the same mail address, and nobody has it yet. */
    public boolean take(Customer customer, Token order) {
        return sql.update(
                        "UPDATE shop_order SET customer_id = ? WHERE ref = ? AND store_id = ? AND customer_id IS NULL"
                                + " AND LOWER(email) = ?",
                        customer.id(),
                        order.value(),
                        customer.storeId(),
                        customer.email())
                == 1;
    }

    /** @param page from 1; one beyond the last is empty */
    public History history(Customer customer, int page) {
        long all = sql.first(
                        "SELECT COUNT(*) FROM shop_order WHERE customer_id = ?", row -> row.getLong(1), customer.id())
                .orElseThrow();
        return new History(
                sql.list(
                        "SELECT o.ref, o.number, o.state, o.total_minor, o.currency, o.placed_at,"
                                + " (SELECT SUM(l.quantity) FROM order_line l WHERE l.order_id = o.id) AS pieces"
                                + " FROM shop_order o WHERE o.customer_id = ? ORDER BY o.placed_at DESC, o.id DESC"
                                + " LIMIT " + PER_PAGE + " OFFSET ?",
                        CustomerOrders::summary,
                        customer.id(),
                        (page - 1L) * PER_PAGE),
                all,
                page);
    }

    private boolean isPlaced(Store store, PlaceOrder wish) {
        return sql.first(
                        "SELECT 1 FROM shop_order WHERE store_id = ? AND checkout_key = ?",
                        row -> true,
                        store.id(),
                        wish.checkoutKey())
                .isPresent();
    }

    private static Summary summary(ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Summary(
                new Token(row.getString("ref")),
                number == 0 ? OptionalLong.empty() : OptionalLong.of(number),
                OrderState.valueOf(row.getString("state")),
                Money.of(row.getLong("total_minor"), row.getString("currency")),
                row.getLong("pieces"),
                row.getObject("placed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
