package arcade.operations.database;

import arcade.operations.home.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the auditor read the {@code audit_*} views. Users are each server's own, and so are their rights: what is said here goes
 * into no binary log, and has to be said on every database that may lead.
 */
public final class AuditViews {
    private AuditViews() {}

    /** @param root connected to the shop's database */
    public static void grant(Connection root) {
        try (Statement statement = root.createStatement()) {
            statement.execute("SET SESSION sql_log_bin = 0");
            for (String view : names(statement)) {
                statement.execute("GRANT SELECT ON " + Access.DATABASE + "." + view + " TO arcade_audit@'%'");
            }
            statement.execute("SET SESSION sql_log_bin = 1");
        } catch (SQLException e) {
            throw new Failure("cannot grant the audit views: " + e.getMessage(), "see './arcade doctor'", e);
        }
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> views = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.views"
                + " WHERE table_schema = DATABASE() AND table_name LIKE 'audit\\_%'")) {
            while (rows.next()) {
                views.add(rows.getString(1));
            }
        }
        return views;
    }
}
