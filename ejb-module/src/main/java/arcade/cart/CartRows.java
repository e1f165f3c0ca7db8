package arcade.cart;

import arcade.database.Sql;
import arcade.shared.Sku;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The two tables of carts. A cart and its lines are always read together, in one statement. */
@ApplicationScoped
class CartRows {
    private static final String READ =
            "SELECT c.id, c.token, c.expires_at, c.coupon, c.ordered_as, l.sku, l.quantity, l.seen_minor"
                    + " FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id WHERE c.token = ? AND c.store_id = ?"
                    + " ORDER BY l.added_at, l.sku";
    private static final String PIECES = "SELECT SUM(l.quantity) FROM cart c JOIN cart_line l ON l.cart_id = c.id"
            + " WHERE c.token = ? AND c.store_id = ? AND c.ordered_as IS NULL";
    private static final String PUT = "INSERT INTO cart_line (cart_id, sku, quantity, seen_minor, added_at)"
            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE quantity = VALUES(quantity), seen_minor = VALUES(seen_minor)";

    @Inject
    private Sql sql;

    Optional<StoredCart> read(long storeId, Token cart) {
        return assembled(sql.list(READ, CartRows::row, cart.value(), storeId));
    }

    /** The same, and nobody else changes or orders the cart until the transaction ends. */
    Optional<StoredCart> lock(long storeId, Token cart) {
        return assembled(sql.list(READ + " FOR UPDATE", CartRows::row, cart.value(), storeId));
    }

    /** How many pieces an open cart holds; 0 for any other. */
    int pieces(long storeId, Token cart) {
        return sql.first(PIECES, row -> row.getInt(1), cart.value(), storeId).orElse(0);
    }

    StoredCart create(long storeId, Instant now, Instant expiresAt) {
        Token token = Token.random();
        long id = sql.insert(
                "INSERT INTO cart (token, store_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                token.value(),
                storeId,
                utc(now),
                utc(expiresAt));
        return new StoredCart(id, token, expiresAt, Optional.empty(), Optional.empty(), List.of());
    }

    void put(StoredCart cart, StoredCart.Line line, Instant now) {
        sql.update(PUT, cart.id(), line.sku().value(), line.quantity(), line.seenMinor(), utc(now));
    }

    void remove(StoredCart cart, Sku sku) {
        sql.update("DELETE FROM cart_line WHERE cart_id = ? AND sku = ?", cart.id(), sku.value());
    }

    void redeem(StoredCart cart, Optional<String> coupon) {
        sql.update("UPDATE cart SET coupon = ?, version = version + 1 WHERE id = ?", coupon.orElse(null), cart.id());
    }

    void keepUntil(StoredCart cart, Instant expiresAt) {
        sql.update("UPDATE cart SET expires_at = ?, version = version + 1 WHERE id = ?", utc(expiresAt), cart.id());
    }

    /** @return whether the cart was not ordered before */
    boolean ordered(StoredCart cart, Token order) {
        return sql.update(
                        "UPDATE cart SET ordered_as = ?, version = version + 1 WHERE id = ? AND ordered_as IS NULL",
                        order.value(),
                        cart.id())
                == 1;
    }

    /** With its lines. */
    void delete(StoredCart cart) {
        sql.update("DELETE FROM cart WHERE id = ?", cart.id());
    }

    /** @return how many were deleted, at most {@code most} */
    int deleteExpired(Instant now, int most) {
        return sql.update("DELETE FROM cart WHERE expires_at < ? ORDER BY expires_at LIMIT ?", utc(now), most);
    }

    private static Optional<StoredCart> assembled(List<StoredCart> rows) {
        return rows.stream().findFirst().map(first -> {
            List<StoredCart.Line> lines =
                    rows.stream().flatMap(row -> row.lines().stream()).toList();
            return first.with(first.coupon(), lines, first.expiresAt());
        });
    }

    private static StoredCart row(ResultSet row) throws SQLException {
        String sku = row.getString("sku");
        return new StoredCart(
                row.getLong("id"),
                new Token(row.getString("token")),
                row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getString("coupon")),
                Optional.ofNullable(row.getString("ordered_as")).map(Token::new),
                sku == null
                        ? List.of()
                        : List.of(
                                new StoredCart.Line(new Sku(sku), row.getInt("quantity"), row.getLong("seen_minor"))));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(Objects.requireNonNull(instant), ZoneOffset.UTC);
    }
}
