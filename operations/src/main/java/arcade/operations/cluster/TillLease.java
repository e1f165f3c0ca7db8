package arcade.operations.cluster;

import arcade.operations.database.Access;
import arcade.operations.home.Home;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Who is the till, as the database says.
 *
 * @param holder the node's name
 * @param since when this epoch began
 * @param alive false when the lease has expired by the database's clock
 */
public record TillLease(String holder, long epoch, Instant since, boolean alive) {
    private static final String QUERY = "SELECT lease.owner, lease.epoch, lease.since,"
            + " lease_beat.epoch = lease.epoch AND lease_beat.expires_at > UTC_TIMESTAMP(6)"
            + " FROM lease JOIN lease_beat USING (name) WHERE name = 'payments' AND lease.owner IS NOT NULL";

    /** Empty when there never was a till, or the database does not answer. */
    public static Optional<TillLease> read(Home home) {
        try (Connection connection = Access.of(home).asRoot();
                PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row(rows)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static TillLease row(ResultSet rows) throws SQLException {
        String owner = rows.getString(1);
        LocalDateTime since = rows.getObject(3, LocalDateTime.class);
        return new TillLease(
                owner.replaceFirst(":.*", ""),
                rows.getLong(2),
                since == null ? null : since.toInstant(ZoneOffset.UTC),
                rows.getBoolean(4));
    }
}
