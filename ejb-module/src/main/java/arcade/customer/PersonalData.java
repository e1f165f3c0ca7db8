package arcade.customer;

import arcade.cart.CartMerging;
import arcade.customer.CustomerRows.Known;
import arcade.customer.held.Forgetting;
import arcade.customer.held.HeldRows;
import arcade.customer.held.PersonSql;
import arcade.customer.held.Whose;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What one store holds of one person, known by the mail address, with an account or without (GDPR, articles 15, 17 and 20). Whoever
 * calls this has made sure that it is this person who asks.
 */
@ApplicationScoped
public class PersonalData {
    /** Not over: not paid yet, still to be sent or sent back, money on its way, or a document to be written that names the buyer. */
    private static final String OPEN = "SELECT o.ref FROM shop_order o WHERE o.ref IN (:orders) AND (o.state = 'PLACED'"
            + " OR o.state = 'PAID' AND (o.paid_at > UTC_TIMESTAMP(6) - INTERVAL %d DAY"
            + " OR NOT EXISTS (SELECT 1 FROM invoice i WHERE i.subject = o.ref))"
            + " OR EXISTS (SELECT 1 FROM return_case c WHERE c.order_id = o.id AND c.state = 'REQUESTED')"
            + " OR EXISTS (SELECT 1 FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = o.ref"
            + " AND r.state NOT IN ('REFUNDED', 'REFUND_FAILED'))"
            + " OR EXISTS (SELECT 1 FROM credit_note_due d WHERE d.order_ref = o.ref)) ORDER BY o.placed_at LIMIT 50";

    @Inject
    private CustomerRows rows;

    @Inject
    private CartMerging carts;

    @Inject
    private Limits limits;

    @Inject
    private PersonSql sql;

    @Inject
    private Forgetting forgetting;

    @Inject
    private Transactions transactions;

    /** So long after it was paid an order may still be sent, returned or withdrawn from: until then its address is needed. */
    @Inject
    @ConfigProperty(name = "arcade.customer.order-open-days", defaultValue = "45")
    private int openDays;

    /**
     * What erasing would find.
     *
     * @param orders newest first
     * @param open the oldest orders that are not over: while there are any, nothing is erased
     * @param invoices invoices and credit notes, which stay as they are
     * @param openDays so long after it was paid an order is open at least
     */
    public record Holding(List<Token> orders, List<Token> open, long invoices, int openDays) {
        public Holding {
            orders = List.copyOf(orders);
            open = List.copyOf(open);
        }
    }

    /** What came of the wish to be forgotten. */
    public sealed interface Erasure {
        /** @param orders how many name nobody any more */
        record Erased(boolean account, int orders) implements Erasure {}

        /** Nothing was erased: these are not over. @param orders the oldest of them */
        record OrdersOpen(List<Token> orders) implements Erasure {}
    }

    /** Whether that is what stands in an order whose buyer was erased. */
    public static boolean isErased(String email) {
        return email.endsWith(Forgetting.NOBODY);
    }

    public Holding look(Store store, String email) {
        Whose whose = whose(store, Customers.folded(email));
        long invoices = sql.list(
                        "SELECT COUNT(*) FROM invoice WHERE order_ref IN (:orders)", row -> row.getLong(1), whose)
                .get(0);
        return new Holding(whose.orders(), open(whose), invoices, openDays);
    }

    /** Everything that is held, as rows by their columns' names; times in UTC, amounts in minor units. */
    public JsonObject export(Store store, String email) {
        String mail = Customers.folded(email);
        return transactions.run(() -> {
            Whose whose = whose(store, mail);
            JsonObjectBuilder all =
                    Json.createObjectBuilder().add("store", store.code()).add("email", mail);
            HeldRows.QUERIES.forEach((name, query) -> all.add(name, table(query, whose)));
            return all.build();
        });
    }

    /**
     * Deletes the account with all that belongs to it and takes the person out of his orders. The orders themselves stay, with number,
     * articles, amounts and country, and so do their invoices as they were: the law wants the books kept.
     */
    public Erasure erase(Store store, String email) {
        String mail = Customers.folded(email);
        Erasure erasure = transactions.run(() -> {
            Optional<Customer> customer =
                    rows.byEmail(store, mail).map(Known::customer).flatMap(found -> rows.lock(found.id()));
            Whose whose = new Whose(store, mail, sql.lockOrders(store, mail));
            List<Token> open = open(whose);
            return open.isEmpty() ? erased(whose, customer) : new Erasure.OrdersOpen(open);
        });
        if (erasure instanceof Erasure.Erased) {
            limits.forgive(store, mail);
        }
        return erasure;
    }

    private Whose whose(Store store, String mail) {
        return new Whose(store, mail, sql.orders(store, mail));
    }

    private List<Token> open(Whose whose) {
        return sql.list(OPEN.formatted(openDays), row -> new Token(row.getString(1)), whose);
    }

    private Erasure erased(Whose whose, Optional<Customer> customer) {
        forgetting.everywhere(whose);
        customer.ifPresent(found -> {
            found.cart().ifPresent(cart -> carts.discard(whose.store(), cart));
            rows.delete(found.id());
        });
        return new Erasure.Erased(customer.isPresent(), whose.orders().size());
    }

    private JsonArray table(String query, Whose whose) {
        JsonArrayBuilder table = Json.createArrayBuilder();
        sql.list(query, PersonalData::row, whose).forEach(table::add);
        return table.build();
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
