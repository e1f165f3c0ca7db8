package arcade.operations.release;

import arcade.operations.database.Access;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The host names shoppers ask for: one of each shop, as the database has them. */
final class Shops {
    /** Warming up with every one of hundreds of shops would take longer than it saves. */
    private static final int MOST = 4;

    private static final String QUERY =
            "SELECT MIN(host) FROM store_domain GROUP BY store_id ORDER BY store_id LIMIT " + MOST;

    private Shops() {}

    /** With the door's port, as a browser says it. */
    static List<String> hosts(Home home) {
        // As in a browser: the usual port is not said.
        String port = home.cluster().shopHost("").replaceFirst("^\\.localhost", "");
        List<String> hosts = new ArrayList<>();
        try (Connection connection = Access.of(home).asRoot();
                PreparedStatement query = connection.prepareStatement(QUERY);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                hosts.add(rows.getString(1) + port);
            }
            return hosts;
        } catch (SQLException e) {
            throw new Failure(
                    "the database cannot be asked for its shops: " + e.getMessage(), "run './arcade status'", e);
        }
    }
}
