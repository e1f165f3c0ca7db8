package arcade.staff;

import arcade.database.Row;
import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The rows of {@code staff}. */
@ApplicationScoped
class StaffRows {
    /** More accounts than that are not listed. */
    static final int MOST = 500;

    private static final String SELECT = "SELECT id, email, name, role, must_change, active, totp_secret IS NOT NULL,"
            + " sessions, signed_in_at, password_hash FROM staff";

    @Inject
    private Sql sql;

    /** An account with what only signing in may see. */
    record WithHash(Staff staff, String hash) {}

    Optional<Staff> byId(long id) {
        return sql.first(SELECT + " WHERE id = ?", row(), id).map(WithHash::staff);
    }

    Optional<WithHash> byEmail(String email) {
        return sql.first(SELECT + " WHERE email = ?", row(), email);
    }

    Optional<WithHash> withHash(long id) {
        return sql.first(SELECT + " WHERE id = ?", row(), id);
    }

    List<Staff> all() {
        return sql.list(SELECT + " ORDER BY name, id LIMIT " + MOST, row()).stream()
                .map(WithHash::staff)
                .toList();
    }

    long insert(String email, String name, StaffRole role, String hash) {
        return sql.insert(
                "INSERT INTO staff (email, name, role, password_hash, must_change, created_at)"
                        + " VALUES (?, ?, ?, ?, TRUE, UTC_TIMESTAMP(6))",
                email,
                name,
                role.name(),
                hash);
    }

    private static Row<WithHash> row() {
        return row -> new WithHash(
                new Staff(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        StaffRole.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getLong(8),
                        Optional.ofNullable(row.getObject(9, LocalDateTime.class))
                                .map(StaffRows::utc)),
                row.getString(10));
    }

    static Instant utc(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }
}
