package arcade.handover;

import arcade.database.Sql;
import arcade.shared.Token;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Tickets in the database: each is taken by one UPDATE, whichever node does it. */
@ApplicationScoped
class HandOverRows {
    /** What a ticket takes along. @param usedAt when that was; absent while it was not */
    record Load(long storeId, Token cart, Optional<Instant> usedAt) {}

    @Inject
    private Sql sql;

    void add(Ticket ticket, long storeId, Token cart) {
        sql.update(
                "INSERT INTO cart_handover (id, store_id, cart_token, host, expires_at) VALUES (?, ?, ?, ?, ?)",
                ticket.id().value(),
                storeId,
                cart.value(),
                ticket.host(),
                utc(ticket.expiresAt()));
    }

    /** @return whether this call was the first */
    boolean take(Ticket ticket, Instant now) {
        return sql.update(
                        "UPDATE cart_handover SET used_at = ?"
                                + " WHERE id = ? AND host = ? AND used_at IS NULL AND expires_at > ?",
                        utc(now),
                        ticket.id().value(),
                        ticket.host(),
                        utc(now))
                == 1;
    }

    Optional<Load> find(Ticket ticket) {
        return sql.first(
                "SELECT store_id, cart_token, used_at FROM cart_handover WHERE id = ?",
                row -> new Load(
                        row.getLong(1),
                        new Token(row.getString(2)),
                        Optional.ofNullable(row.getObject(3, LocalDateTime.class))
                                .map(used -> used.toInstant(ZoneOffset.UTC))),
                ticket.id().value());
    }

    /** @return how many were deleted, at most {@code most} */
    int deleteExpired(Instant before, int most) {
        return sql.update(
                "DELETE FROM cart_handover WHERE expires_at < ? ORDER BY expires_at LIMIT ?", utc(before), most);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
