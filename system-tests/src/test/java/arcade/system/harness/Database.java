package arcade.system.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop's database, as root: what a stranger with a shell on the machine could read and write. */
public final class Database {
    private final String url;
    private final String password;

    Database(Machine machine, String password) {
        this.url = "jdbc:mariadb://" + machine.address() + ":" + machine.port("sql")
                + "/arcade?connectTimeout=5000&socketTimeout=30000&user=root";
        this.password = password;
    }

    public List<Map<String, Object>> rows(String query, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, query, values);
                ResultSet found = statement.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.put(found.getMetaData().getColumnLabel(column), found.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The only value of the only row. */
    public long number(String query, Object... values) {
        return ((Number) rows(query, values).get(0).values().iterator().next()).longValue();
    }

    public int update(String change, Object... values) {
        try (Connection connection = open();
                PreparedStatement statement = prepared(connection, change, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(change, e);
        }
    }

    /** The owner of a lease that has not expired. */
    Optional<String> leaseOwner() {
        return rows("SELECT l.owner FROM lease l JOIN lease_beat b USING (name)"
                        + " WHERE l.name = 'payments' AND l.owner IS NOT NULL AND b.expires_at > UTC_TIMESTAMP(6)")
                .stream()
                .map(row -> (String) row.get("owner"))
                .findFirst();
    }

    public long epoch() {
        return number("SELECT epoch FROM lease WHERE name = 'payments'");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url + "&password=" + password);
    }
}
