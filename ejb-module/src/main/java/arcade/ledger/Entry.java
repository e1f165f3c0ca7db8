package arcade.ledger;

import arcade.shared.Money;
import arcade.shared.Token;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One movement of money from an account to another: two postings that sum to zero.
 *
 * @param name unique: the same movement cannot be posted twice
 */
record Entry(String name, long storeId, Token order, Money amount) {

    void post(PreparedStatement post, String to, String from) throws SQLException {
        add(post, to, amount.minor());
        add(post, from, -amount.minor());
    }

    private void add(PreparedStatement post, String account, long minor) throws SQLException {
        post.setString(1, name);
        post.setString(2, account);
        post.setLong(3, storeId);
        post.setString(4, order.value());
        post.setLong(5, minor);
        post.setString(6, amount.currency().getCurrencyCode());
        post.addBatch();
    }
}
