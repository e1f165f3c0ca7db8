package arcade.operations.load;

import arcade.operations.catalogue.ProofStore;
import arcade.operations.catalogue.ProofStore.Article;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Placed orders that no shopper placed: the rows that a checkout writes, written straight into the database. Each has one line of
 * one piece, which is reserved, and a payment that is REQUESTED with a card token that pays.
 *
 * <p>Hazard: the columns are the shop's; {@code ManyPaymentsAtOnceIT} of the system tests finds out when they change.
 */
final class StubOrders {
    private static final int ARTICLES = 8;
    private static final long PIECES = 1_000_000_000;
    private static final long PRICE_MINOR = 1_900;
    private static final long SHIPPING_MINOR = 490;
    private static final int TAX_PERCENT = 19;
    private static final int HUNDRED = 100;
    private static final int TOKEN_LENGTH = 26;
    private static final String TOKEN_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final String ORDER = "INSERT INTO shop_order (ref, store_id, store_code, state, checkout_key,"
            + " cart_token, currency, items_minor, shipping_minor, tax_minor, total_minor, email, name, line1,"
            + " postal_code, city, country, placed_at) VALUES (?, ?, 'proof', 'PLACED', ?, ?, 'EUR', ?, ?, ?, ?,"
            + " 'load@example.com', 'Load', 'Way 1', '10115', 'Berlin', 'DE', UTC_TIMESTAMP(6))";
    private static final String LINE = "INSERT INTO order_line (order_id, position, sku, title, quantity, unit_minor,"
            + " tracked) VALUES (?, 1, ?, ?, 1, ?, TRUE)";
    private static final String PAYMENT = "INSERT INTO payment (ref, order_ref, store_id, store_code, amount_minor,"
            + " currency, state, method, method_token, return_origin, due_at, created_at, changed_at, give_up_at)"
            + " VALUES (?, ?, ?, 'proof', ?, 'EUR', 'REQUESTED', 'TOKEN', 'pm_card_visa', 'http://proof.localhost',"
            + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 30 MINUTE)";
    private static final String RESERVE = "UPDATE stock SET on_hand = on_hand - ?, reserved = reserved + ?"
            + " WHERE store_id = ? AND sku = ? AND on_hand >= ?";
    private static final String MOVEMENT = "INSERT INTO stock_movement (store_id, sku, pieces, reason, at)"
            + " VALUES (?, ?, ?, 'reserved', UTC_TIMESTAMP(6))";

    private final Random random = new SecureRandom();
    private final Connection connection;
    private final long store;
    private final String run = token();

    /** @param connection of root, whose transaction is the caller's; the store and its articles must be there */
    StubOrders(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM store WHERE code = ?")) {
            query.setString(1, ProofStore.CODE);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no store is called " + ProofStore.CODE);
                }
                this.store = row.getLong(1);
            }
        }
    }

    /** What they are orders of. */
    static List<Article> articles() {
        return IntStream.range(0, ARTICLES)
                .mapToObj(number -> new Article("load-" + number, sku(number), PIECES, price(number)))
                .toList();
    }

    long store() {
        return store;
    }

    /** What the checkout keys of this run, and of no other, begin with. */
    String keys() {
        return "load-" + run + "-";
    }

    void write(int count) throws SQLException {
        List<String> refs =
                IntStream.range(0, count).mapToObj(number -> token()).toList();
        List<Long> ids = orders(refs);
        lines(ids);
        payments(refs);
        reserve(count);
    }

    private List<Long> orders(List<String> refs) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ORDER, PreparedStatement.RETURN_GENERATED_KEYS)) {
            for (int number = 0; number < refs.size(); number++) {
                insert.setString(1, refs.get(number));
                insert.setLong(2, store);
                insert.setString(3, keys() + number);
                insert.setString(4, token());
                insert.setLong(5, price(number));
                insert.setLong(6, SHIPPING_MINOR);
                insert.setLong(7, total(number) * TAX_PERCENT / (HUNDRED + TAX_PERCENT));
                insert.setLong(8, total(number));
                insert.addBatch();
            }
            insert.executeBatch();
            List<Long> ids = new ArrayList<>();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                while (keys.next()) {
                    ids.add(keys.getLong(1));
                }
            }
            return ids;
        }
    }

    private void lines(List<Long> orders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LINE)) {
            for (int number = 0; number < orders.size(); number++) {
                insert.setLong(1, orders.get(number));
                insert.setString(2, sku(number));
                insert.setString(3, "Proof " + sku(number));
                insert.setLong(4, price(number));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void payments(List<String> orders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PAYMENT)) {
            for (int number = 0; number < orders.size(); number++) {
                insert.setString(1, token());
                insert.setString(2, orders.get(number));
                insert.setLong(3, store);
                insert.setLong(4, total(number));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Last, because these rows are wanted by others: they are locked until the transaction ends. */
    private void reserve(int count) throws SQLException {
        try (PreparedStatement reserve = connection.prepareStatement(RESERVE);
                PreparedStatement movement = connection.prepareStatement(MOVEMENT)) {
            for (int article = 0; article < Math.min(ARTICLES, count); article++) {
                long pieces = (count - article + ARTICLES - 1L) / ARTICLES;
                reserve.setLong(1, pieces);
                reserve.setLong(2, pieces);
                reserve.setLong(3, store);
                reserve.setString(4, sku(article));
                reserve.setLong(5, pieces);
                if (reserve.executeUpdate() != 1) {
                    throw new SQLException("fewer than " + pieces + " pieces of " + sku(article));
                }
                movement.setLong(1, store);
                movement.setString(2, sku(article));
                movement.setLong(3, -pieces);
                movement.executeUpdate();
            }
        }
    }

    private static String sku(int number) {
        return "LOAD-" + number % ARTICLES;
    }

    private static long price(int number) {
        return PRICE_MINOR + HUNDRED * (number % ARTICLES);
    }

    private static long total(int number) {
        return price(number) + SHIPPING_MINOR;
    }

    private String token() {
        StringBuilder token = new StringBuilder(TOKEN_LENGTH);
        random.ints(TOKEN_LENGTH, 0, TOKEN_DIGITS.length()).forEach(digit -> token.append(TOKEN_DIGITS.charAt(digit)));
        return token.toString();
    }
}
