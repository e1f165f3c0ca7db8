package arcade.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs plain statements on a connection of the caller's, in the caller's transaction if there is one. */
public final class Statements {
    private Statements() {}

    /** All rows; the statement itself must bound their number. */
    public static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection.prepareStatement(sql), values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }

    /** The first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, Object... values)
            throws SQLException {
        return list(connection, sql, row, values).stream().findFirst();
    }

    /** How many rows were changed. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepared(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
