package arcade.web.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The database behind the shops, for what only time, a bank or another node does otherwise, and for what no page shows. */
public final class Rows {
    private Rows() {}

    /** @return how many rows it was */
    public static int change(String statement, Object... values) throws SQLException {
        try (Connection database = connect();
                PreparedStatement change = prepared(database, statement, values)) {
            return change.executeUpdate();
        }
    }

    /** The first column of the first row. */
    public static String text(String query, Object... values) throws SQLException {
        try (Connection database = connect();
                PreparedStatement select = prepared(database, query, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /** The first column of the first row. */
    public static long number(String query, Object... values) throws SQLException {
        return Long.parseLong(text(query, values));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty("arcade.test.database"));
    }

    private static PreparedStatement prepared(Connection database, String statement, Object... values)
            throws SQLException {
        PreparedStatement prepared = database.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
