package arcade.payment;

import arcade.database.Row;
import arcade.database.Sql;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of {@code refund}, as the shop's nodes write and read them. */
@ApplicationScoped
class RefundRequests {
    private static final String LOCK_PAYMENT =
            "SELECT id, state, captured_minor, currency FROM payment WHERE order_ref = ? FOR UPDATE";
    private static final String SHOWN =
            "SELECT r.ref, r.amount_minor, r.currency, r.reason, r.state, r.failure, r.created_at FROM refund r";
    // A locking read: a plain one may see a snapshot from before the payment's row was locked.
    private static final String PROMISED =
            "SELECT COUNT(*), COALESCE(SUM(IF(state = 'REFUND_FAILED', 0, amount_minor)), 0)"
                    + " FROM refund WHERE payment_id = ? LOCK IN SHARE MODE";
    private static final String INSERT =
            "INSERT INTO refund (ref, payment_id, request_key, amount_minor, currency, reason,"
                    + " state, trace, due_at, created_at, changed_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'REQUESTED', ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))";

    @Inject
    private Sql sql;

    /** A payment whose row is locked by the caller's transaction. */
    record Payer(long id, PaymentState state, Money captured) {}

    /** @param amount of all refunds that did not fail */
    record Promised(int count, Money amount) {}

    Optional<Payer> lockPayment(Token order) {
        return sql.first(
                LOCK_PAYMENT,
                row -> new Payer(
                        row.getLong("id"),
                        PaymentState.valueOf(row.getString("state")),
                        Money.of(row.getLong("captured_minor"), row.getString("currency"))),
                order.value());
    }

    Optional<Refund> ofKey(Payer payment, String requestKey) {
        return sql.first(
                SHOWN + " WHERE r.payment_id = ? AND r.request_key = ? LOCK IN SHARE MODE",
                shown(),
                payment.id(),
                requestKey);
    }

    Promised promised(Payer payment) {
        return sql.first(
                        PROMISED,
                        row -> new Promised(
                                row.getInt(1),
                                new Money(row.getLong(2), payment.captured().currency())),
                        payment.id())
                .orElseThrow();
    }

    Refund insert(Payer payment, Money amount, String reason, String requestKey) {
        Token ref = Token.random();
        sql.update(
                INSERT,
                ref.value(),
                payment.id(),
                requestKey,
                amount.minor(),
                amount.currency().getCurrencyCode(),
                reason,
                Trace.present().map(Trace::id).orElse(null));
        return sql.first(SHOWN + " WHERE r.ref = ?", shown(), ref.value()).orElseThrow();
    }

    List<Refund> ofOrder(Token order) {
        return sql.list(
                SHOWN + " JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = ? ORDER BY r.id LIMIT "
                        + Refunds.MOST,
                shown(),
                order.value());
    }

    private static Row<Refund> shown() {
        return row -> new Refund(
                new Token(row.getString("ref")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("reason"),
                RefundState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("failure")),
                utc(row.getObject("created_at", LocalDateTime.class)));
    }

    private static Instant utc(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }
}
