package arcade.payment;

import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Where a human must look: the differences between shop and gateway that are open. */
@ApplicationScoped
public class Attention {
    /** How long a note may be. */
    public static final int NOTE_LENGTH = 90;

    @Inject
    private Sql sql;

    /**
     * One open row of {@code payment_break}.
     *
     * @param subject a payment's or a refund's ref, or the gateway's name of an intent that is none of ours
     * @param cure what was done about it, by the till or by hand; empty: nothing
     */
    public record Item(
            String kind,
            String subject,
            Optional<String> paymentRef,
            Optional<String> orderRef,
            Optional<String> gatewayIntent,
            String detail,
            Optional<String> cure,
            Instant foundAt,
            Instant seenAt) {}

    /** Newest first. */
    public List<Item> open(int offset, int limit) {
        return sql.list(
                "SELECT b.kind, b.subject, b.payment_ref, p.order_ref, b.gateway_intent, b.detail, b.cure, b.found_at, b.seen_at"
                        + " FROM payment_break b LEFT JOIN payment p ON p.ref = b.payment_ref"
                        + " WHERE b.closed_at IS NULL ORDER BY b.found_at DESC, b.id DESC LIMIT ? OFFSET ?",
                Attention::item,
                limit,
                offset);
    }

    public long count() {
        return sql.first("SELECT COUNT(*) FROM payment_break WHERE closed_at IS NULL", row -> row.getLong(1))
                .orElseThrow();
    }

    /**
     * A human has looked and seen to it. If the till finds the same difference again, it is open again; closing what is closed
     * changes nothing.
     *
     * @param note what was done about it, at most {@value #NOTE_LENGTH} characters; kept as the cure
     * @return false: there never was such a row
     */
    @Transactional
    public boolean close(String kind, String subject, String note) {
        if (note.length() > NOTE_LENGTH) {
            throw new IllegalArgumentException("a note has at most " + NOTE_LENGTH + " characters");
        }
        int closed = sql.update(
                "UPDATE payment_break SET cure = ?, closed_at = UTC_TIMESTAMP(6)"
                        + " WHERE kind = ? AND subject = ? AND closed_at IS NULL",
                "by hand: " + note,
                kind,
                subject);
        return closed == 1
                || sql.first("SELECT 1 FROM payment_break WHERE kind = ? AND subject = ?", row -> true, kind, subject)
                        .isPresent();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("kind"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("payment_ref")),
                Optional.ofNullable(row.getString("order_ref")),
                Optional.ofNullable(row.getString("gateway_intent")),
                row.getString("detail"),
                Optional.ofNullable(row.getString("cure")),
                utc(row, "found_at"),
                utc(row, "seen_at"));
    }

    private static Instant utc(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
