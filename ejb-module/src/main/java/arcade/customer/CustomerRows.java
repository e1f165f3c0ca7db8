package arcade.customer;

import arcade.database.Sql;
import arcade.database.SqlFailure;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of customers. */
@ApplicationScoped
class CustomerRows {
    private static final String READ =
            "SELECT id, store_id, email, name, session_epoch, cart_token, default_address, version, password_hash"
                    + " FROM customer WHERE ";

    @Inject
    private Sql sql;

    /** A customer and what his password is checked against. */
    record Known(Customer customer, String passwordHash) {}

    Optional<Known> byEmail(Store store, String email) {
        return sql.first(READ + "store_id = ? AND email = ?", CustomerRows::known, store.id(), email);
    }

    Optional<Known> byId(long id) {
        return sql.first(READ + "id = ?", CustomerRows::known, id);
    }

    /** One look by the primary key. */
    Optional<Customer> ofSession(long storeId, long id, long epoch) {
        return sql.first(
                        READ + "id = ? AND store_id = ? AND session_epoch = ?", CustomerRows::known, id, storeId, epoch)
                .map(Known::customer);
    }

    /** The same, and nobody else changes him until the transaction ends. */
    Optional<Customer> lock(long id) {
        return sql.first(READ + "id = ? FOR UPDATE", CustomerRows::known, id).map(Known::customer);
    }

    /** The id of the new row; empty: the store has an account of that mail address. */
    OptionalLong insert(Store store, String email, String name, String passwordHash) {
        try {
            return OptionalLong.of(sql.insert(
                    "INSERT INTO customer (store_id, email, name, password_hash, created_at)"
                            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
                    store.id(),
                    email,
                    name,
                    passwordHash));
        } catch (SqlFailure failure) {
            if (failure.isDuplicate("customer_email")) {
                return OptionalLong.empty();
            }
            throw failure;
        }
    }

    /** @return whether nobody else had changed name or mail address since that version */
    boolean describe(Customer customer, String email, String name) {
        return sql.update(
                        "UPDATE customer SET email = ?, name = ?, version = version + 1 WHERE id = ? AND version = ?",
                        email,
                        name,
                        customer.id(),
                        customer.version())
                == 1;
    }

    /** All sessions end, and no way to a new password that was mailed before leads anywhere. */
    void setPassword(long id, String passwordHash) {
        sql.update(
                "UPDATE customer SET password_hash = ?, session_epoch = session_epoch + 1 WHERE id = ?",
                passwordHash,
                id);
        voidResets(id);
    }

    void voidResets(long id) {
        sql.update(
                "UPDATE password_reset SET used_at = UTC_TIMESTAMP(6) WHERE customer_id = ? AND used_at IS NULL", id);
    }

    void setCart(long id, Optional<Token> cart) {
        sql.update(
                "UPDATE customer SET cart_token = ? WHERE id = ?",
                cart.map(Token::value).orElse(null),
                id);
    }

    void replaceCart(Customer seen, Optional<Token> cart) {
        sql.update(
                "UPDATE customer SET cart_token = ? WHERE id = ? AND cart_token <=> ?",
                cart.map(Token::value).orElse(null),
                seen.id(),
                seen.cart().map(Token::value).orElse(null));
    }

    void setDefaultAddress(long id, Optional<Token> address) {
        sql.update(
                "UPDATE customer SET default_address = ? WHERE id = ?",
                address.map(Token::value).orElse(null),
                id);
    }

    void delete(long id) {
        sql.update("DELETE FROM customer WHERE id = ?", id);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new Customer(
                        row.getLong("id"),
                        row.getLong("store_id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getLong("session_epoch"),
                        token(row, "cart_token"),
                        token(row, "default_address"),
                        row.getLong("version")),
                row.getString("password_hash"));
    }

    private static Optional<Token> token(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Token::new);
    }
}
