package arcade.customer;

import arcade.cart.CartMerging;
import arcade.customer.CustomerRows.Known;
import arcade.database.Row;
import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What one store holds of one person, known by the mail address, with an account or without (GDPR, articles 15, 17 and 20). Whoever
 * calls this has made sure that it is this person who asks.
 */
@ApplicationScoped
public class PersonalData {
    private static final Pattern MARK = Pattern.compile(":store|:mail");
    private static final String ERASED = "erased";
    /** RFC 2606: a name that no mail ever reaches. */
    private static final String NOBODY = "@erased.invalid";

    /** The first comparison finds the rows by their key, the second tells an accent. */
    private static final String HIS_ORDERS =
            " o.store_id = :store AND (o.email = :mail AND LOWER(o.email) = :mail COLLATE utf8mb4_bin"
                    + " OR o.customer_id = (SELECT id FROM customer WHERE store_id = :store AND email = :mail))";

    private static final String ORDERS = " IN (SELECT o.ref FROM shop_order o WHERE" + HIS_ORDERS + ")";
    private static final String CUSTOMER = " IN (SELECT id FROM customer WHERE store_id = :store AND email = :mail)";

    /** Whole rows where they are about the person, so that a column that comes later is not forgotten; but no password and no key. */
    private static final Map<String, String> HELD = new LinkedHashMap<>();

    static {
        HELD.put(
                "account",
                "SELECT email, name, created_at, cart_token, default_address FROM customer WHERE id" + CUSTOMER);
        HELD.put("addresses", "SELECT * FROM customer_address WHERE customer_id" + CUSTOMER + " ORDER BY created_at");
        HELD.put(
                "password_resets",
                "SELECT asked_at, expires_at, used_at FROM password_reset WHERE customer_id" + CUSTOMER);
        HELD.put(
                "cart",
                "SELECT l.* FROM cart_line l JOIN cart c ON c.id = l.cart_id WHERE c.token IN"
                        + " (SELECT cart_token FROM customer WHERE store_id = :store AND email = :mail)");
        HELD.put("orders", "SELECT o.* FROM shop_order o WHERE" + HIS_ORDERS + " ORDER BY o.placed_at");
        HELD.put(
                "order_lines",
                "SELECT o.ref AS order_ref, l.* FROM order_line l JOIN shop_order o ON o.id = l.order_id WHERE"
                        + HIS_ORDERS + " ORDER BY l.order_id, l.position");
        HELD.put(
                "payments",
                "SELECT order_ref, method, state, amount_minor, captured_minor, refunded_minor, currency, created_at"
                        + " FROM payment WHERE order_ref" + ORDERS + " ORDER BY id");
        HELD.put(
                "refunds",
                "SELECT p.order_ref, r.amount_minor, r.currency, r.reason, r.state, r.created_at"
                        + " FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref"
                        + ORDERS + " ORDER BY r.id");
        HELD.put(
                "mails",
                "SELECT event_key, recipient, template, order_ref, created_at, sent_at FROM mail_outbox WHERE order_ref"
                        + ORDERS + " ORDER BY id");
    }

    @Inject
    private CustomerRows rows;

    @Inject
    private CartMerging carts;

    @Inject
    private Limits limits;

    @Inject
    private Sql sql;

    @Inject
    private Transactions transactions;

    /** So long after it was paid an order may still be sent, returned or withdrawn from: until then its address is needed. */
    @Inject
    @ConfigProperty(name = "arcade.customer.order-open-days", defaultValue = "45")
    private int openDays;

    /** What came of the wish to be forgotten. */
    public sealed interface Erasure {
        /** @param orders how many name nobody any more */
        record Erased(boolean account, int orders) implements Erasure {}

        /** Nothing was erased: these are not over. @param orders the oldest of them */
        record OrdersOpen(List<Token> orders) implements Erasure {}
    }

    /** Everything that is held, as rows by their columns' names; times in UTC, amounts in minor units. */
    public JsonObject export(Store store, String email) {
        String mail = Customers.folded(email);
        return transactions.run(() -> {
            JsonObjectBuilder all =
                    Json.createObjectBuilder().add("store", store.code()).add("email", mail);
            HELD.forEach((name, query) -> all.add(name, table(query, store, mail)));
            return all.build();
        });
    }

    /**
     * Deletes the account with all that belongs to it and takes the person out of his orders. The orders themselves stay, with number,
     * articles, amounts and country: the law wants the books kept.
     */
    public Erasure erase(Store store, String email) {
        String mail = Customers.folded(email);
        Erasure erasure = transactions.run(() -> {
            Optional<Customer> customer =
                    rows.byEmail(store, mail).map(Known::customer).flatMap(found -> rows.lock(found.id()));
            List<Token> open = open(store, mail);
            return open.isEmpty() ? erased(store, mail, customer) : new Erasure.OrdersOpen(open);
        });
        limits.forgive(store, mail);
        return erasure;
    }

    private List<Token> open(Store store, String mail) {
        return list(
                "SELECT o.ref FROM shop_order o WHERE" + HIS_ORDERS + " AND (o.state = 'PLACED' OR o.state = 'PAID'"
                        + " AND o.paid_at > UTC_TIMESTAMP(6) - INTERVAL " + openDays + " DAY)"
                        + " ORDER BY o.placed_at LIMIT 50",
                row -> new Token(row.getString(1)),
                store,
                mail);
    }

    private Erasure erased(Store store, String mail, Optional<Customer> customer) {
        update(
                "UPDATE mail_outbox SET recipient = CONCAT('" + ERASED + "-', id, '" + NOBODY + "'), due_at = NULL"
                        + " WHERE order_ref" + ORDERS,
                store,
                mail);
        customer.ifPresent(found -> {
            sql.update(
                    "DELETE FROM mail_outbox WHERE event_key IN (SELECT CONCAT(?, ':', ref) FROM password_reset"
                            + " WHERE customer_id = ?)",
                    PasswordResets.MAIL,
                    found.id());
            found.cart().ifPresent(cart -> carts.discard(store, cart));
        });
        int orders = update(
                "UPDATE shop_order o SET o.email = '" + ERASED + NOBODY + "', o.name = '" + ERASED + "', o.line1 = '"
                        + ERASED + "', o.postal_code = '', o.city = '" + ERASED
                        + "', o.customer_id = NULL, o.version = o.version + 1 WHERE" + HIS_ORDERS,
                store,
                mail);
        customer.map(Customer::id).ifPresent(rows::delete);
        return new Erasure.Erased(customer.isPresent(), orders);
    }

    private JsonArray table(String query, Store store, String mail) {
        JsonArrayBuilder table = Json.createArrayBuilder();
        list(query, PersonalData::row, store, mail).forEach(table::add);
        return table.build();
    }

    private <T> List<T> list(String query, Row<T> row, Store store, String mail) {
        return sql.list(plain(query), row, values(query, store, mail));
    }

    private int update(String statement, Store store, String mail) {
        return sql.update(plain(statement), values(statement, store, mail));
    }

    private static String plain(String statement) {
        return MARK.matcher(statement).replaceAll("?");
    }

    private static Object[] values(String statement, Store store, String mail) {
        return MARK.matcher(statement)
                .results()
                .map(mark -> mark.group().equals(":store") ? (Object) store.id() : mail)
                .toArray();
    }

    private static JsonObject row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        JsonObjectBuilder json = Json.createObjectBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Object value = row.getObject(i);
            if (value == null) {
                json.addNull(name);
            } else if (value instanceof Boolean truth) {
                json.add(name, truth);
            } else if (value instanceof Number number) {
                json.add(name, new BigDecimal(number.toString()));
            } else if (value instanceof java.sql.Timestamp) {
                json.add(name, row.getObject(i, LocalDateTime.class) + "Z");
            } else {
                json.add(name, value.toString());
            }
        }
        return json.build();
    }
}
