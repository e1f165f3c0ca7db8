package arcade.desk.orders;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.payment.Attention;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Payments that need a human: where shop and gateway differ, and where the gateway has not answered. */
@ApplicationScoped
public class PaymentsDesk {
    private static final int MOST_UNKNOWN = 200;

    @Inject
    private Sql sql;

    @Inject
    private Attention attention;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    /** Oldest first, at most 200. The till goes on asking about each by itself. */
    public List<UnknownPayment> unknown(Acting acting) {
        acting.require(StaffRole.SHOPKEEPER);
        return sql.list(
                "SELECT order_ref, store_code, state, amount_minor, currency, changed_at, asked FROM payment"
                        + " WHERE state LIKE 'UNKNOWN%' AND due_at IS NOT NULL ORDER BY changed_at LIMIT ?",
                row -> new UnknownPayment(
                        new Token(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        Money.of(row.getLong(4), row.getString(5)),
                        row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getInt(7)),
                MOST_UNKNOWN);
    }

    public List<Attention.Item> breaks(Acting acting, int offset, int limit) {
        acting.require(StaffRole.SHOPKEEPER);
        return attention.open(offset, limit);
    }

    public int countBreaks() {
        return (int) attention.count();
    }

    /** A human saw to it. @return false: there is no such row, or the note is not 1 to 90 characters */
    public boolean close(Acting acting, String kind, String subject, String note) {
        acting.require(StaffRole.SHOPKEEPER);
        if (note.isBlank() || note.length() > Attention.NOTE_LENGTH) {
            return false;
        }
        return transactions.run(() -> {
            boolean known = attention.close(kind, subject, note.strip());
            if (known) {
                log.write(
                        Optional.of(acting),
                        "break.close",
                        "break",
                        subject.substring(0, Math.min(120, subject.length())),
                        null,
                        Json.createObjectBuilder()
                                .add("kind", kind)
                                .add("note", note.strip())
                                .build());
            }
            return known;
        });
    }
}
