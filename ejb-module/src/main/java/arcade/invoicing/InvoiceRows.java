package arcade.invoicing;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of {@code invoice} and of what is due. */
@ApplicationScoped
class InvoiceRows {
    private static final String SHOWN = "SELECT ref, kind, order_ref, subject, issued_at, document FROM invoice";
    private static final String STORES_DUE = "SELECT o.store_id FROM order_counter o"
            + " LEFT JOIN invoice_counter i ON i.store_id = o.store_id WHERE o.last_number > COALESCE(i.last_order, 0)"
            + " UNION SELECT store_id FROM credit_note_due ORDER BY store_id LIMIT ?";
    private static final String REFUNDS_DUE = "SELECT d.refund_ref, d.order_ref, r.amount_minor, r.currency"
            + " FROM credit_note_due d JOIN refund r ON r.ref = d.refund_ref JOIN shop_order o ON o.ref = d.order_ref"
            + " WHERE d.store_id = ? AND o.number <= ? ORDER BY r.id LIMIT ?";
    private static final String FORGOTTEN = "INSERT IGNORE INTO credit_note_due (refund_ref, order_ref, store_id)"
            + " SELECT r.ref, p.order_ref, p.store_id FROM refund r JOIN payment p ON p.id = r.payment_id"
            + " LEFT JOIN invoice i ON i.subject = r.ref WHERE r.state = 'REFUNDED' AND i.id IS NULL";
    private static final String INSERT = "INSERT INTO invoice (ref, store_id, number, kind, order_ref, subject,"
            + " issued_at, currency, total_minor, tax_minor, document) VALUES (" + Sql.marks(11) + ")";

    @Inject
    private Sql sql;

    /** How far a store's documents got. */
    record Counter(long lastNumber, long lastOrder) {}

    record DueOrder(Token ref, String storeCode, long number) {}

    record DueRefund(Token ref, Token order, Money amount) {}

    List<Long> storesDue(int most) {
        return sql.list(STORES_DUE, row -> row.getLong(1), most);
    }

    /** The store's counter, whose row stays locked until the caller's transaction ends: one at a time counts on. */
    Counter lock(long store) {
        return locked(store).orElseGet(() -> {
            // Only where there is none: beside another writer, it would hold a shared lock that the next statement
            // waits for crosswise.
            sql.update("INSERT IGNORE INTO invoice_counter (store_id) VALUES (?)", store);
            return locked(store).orElseThrow();
        });
    }

    private Optional<Counter> locked(long store) {
        return sql.first(
                "SELECT last_number, last_order FROM invoice_counter WHERE store_id = ? FOR UPDATE",
                row -> new Counter(row.getLong(1), row.getLong(2)),
                store);
    }

    void raise(long store, Counter from, Counter to) {
        int changed = sql.update(
                "UPDATE invoice_counter SET last_number = ?, last_order = ? WHERE store_id = ? AND last_number = ?",
                to.lastNumber(),
                to.lastOrder(),
                store,
                from.lastNumber());
        if (changed != 1) {
            throw new IllegalStateException("the invoice counter of store " + store + " was not at " + from);
        }
    }

    List<DueOrder> ordersAfter(long store, long number, int most) {
        return sql.list(
                "SELECT ref, store_code, number FROM shop_order WHERE store_id = ? AND number > ?"
                        + " ORDER BY number LIMIT ?",
                row -> new DueOrder(new Token(row.getString(1)), row.getString(2), row.getLong(3)),
                store,
                number,
                most);
    }

    /** Refunds of orders up to that number. */
    List<DueRefund> refundsDue(long store, long lastOrder, int most) {
        return sql.list(
                REFUNDS_DUE,
                row -> new DueRefund(
                        new Token(row.getString(1)),
                        new Token(row.getString(2)),
                        Money.of(row.getLong(3), row.getString(4))),
                store,
                lastOrder,
                most);
    }

    void noLongerDue(Token refund) {
        sql.update("DELETE FROM credit_note_due WHERE refund_ref = ?", refund.value());
    }

    /** Makes due what a till of the release before gave back: it knew of no credit notes. */
    int findForgotten() {
        return sql.update(FORGOTTEN);
    }

    void insert(long store, Token order, Token subject, InvoiceDocument document) {
        sql.update(
                INSERT,
                Token.random().value(),
                store,
                document.number(),
                document.kind().name(),
                order.value(),
                subject.value(),
                LocalDateTime.ofInstant(document.issuedAt(), ZoneOffset.UTC),
                document.total().currency().getCurrencyCode(),
                document.total().minor(),
                document.tax().minor(),
                InvoiceJson.write(document));
    }

    Optional<Invoice> ofSubject(Token subject) {
        return sql.first(SHOWN + " WHERE subject = ?", shown(), subject.value());
    }

    List<Invoice> ofOrder(Token order, int most) {
        return sql.list(SHOWN + " WHERE order_ref = ? ORDER BY number LIMIT ?", shown(), order.value(), most);
    }

    private static Row<Invoice> shown() {
        return row -> new Invoice(
                new Token(row.getString("ref")),
                InvoiceKind.valueOf(row.getString("kind")),
                new Token(row.getString("order_ref")),
                new Token(row.getString("subject")),
                utc(row.getObject("issued_at", LocalDateTime.class)),
                InvoiceJson.read(row.getString("document")));
    }

    private static Instant utc(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }
}
