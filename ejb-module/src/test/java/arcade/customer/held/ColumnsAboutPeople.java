package arcade.customer.held;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Columns of all tables, as the database names them. Free text is whatever can hold a sign of any script (codes and keys are ASCII); a
 * name tells the rest.
 */
record ColumnsAboutPeople(Connection connection) {
    private static final Pattern PERSONAL = Pattern.compile(
            "(.*_)?(e?mail|recipient|name|phone|street|line1|postal_code|city|address|country|birth.*|buyer|"
                    + "customer|customer_id|who|note|remark|person|ip|iban|password.*|order_id|order_ref|payment_id|payment_ref|"
                    + "refund_id|refund_ref|return_id|shipment_id)");
    private static final Pattern MARK = Pattern.compile(":(store|mail|quoted|orders)");

    private static final String COLUMNS =
            "SELECT c.table_name, c.column_name, c.character_set_name = 'utf8mb4' OR c.data_type"
                    + " LIKE '%binary' OR c.data_type LIKE '%blob' FROM information_schema.columns c"
                    + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                    + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE 'flyway%'";
    private static final String TEXTS = "SELECT c.table_name, c.column_name, TRUE FROM information_schema.columns c"
            + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND c.character_set_name IS NOT NULL";

    /** {@code table.column} of those that look as if they said something of a person, or pointed at what does. */
    Set<String> personal() throws SQLException {
        Set<String> found = new TreeSet<>();
        each(COLUMNS).forEach((column, text) -> {
            if (text
                    || PERSONAL.matcher(column.substring(column.indexOf('.') + 1))
                            .matches()) {
                found.add(column);
            }
        });
        return found;
    }

    /** {@code table.column} of those that a query's answer shows. */
    Set<String> shownBy(String query) throws SQLException {
        Set<String> shown = new TreeSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement(MARK.matcher(query).replaceAll("NULL"));
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                shown.add(columns.getTableName(i) + "." + columns.getColumnName(i));
            }
        }
        return shown;
    }

    /** {@code table.column} of those where a word stands in any text, whatever its case. */
    Set<String> saying(String word) throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String column : each(TEXTS).keySet()) {
            String[] names = column.split("\\.");
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT COUNT(*) FROM `" + names[0] + "` WHERE LOWER(`" + names[1] + "`) LIKE ?")) {
                statement.setString(1, "%" + word + "%");
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add(column);
                    }
                }
            }
        }
        return found;
    }

    private Map<String, Boolean> each(String query) throws SQLException {
        Map<String, Boolean> columns = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                columns.put(row.getString(1) + "." + row.getString(2), row.getBoolean(3));
            }
        }
        return columns;
    }
}
