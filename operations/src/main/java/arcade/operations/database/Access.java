package arcade.operations.database;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to the shop's database. The caller closes them. */
public final class Access {
    public static final String DATABASE = "arcade";

    private final Machine machine;
    private final Secrets secrets;

    public Access(Machine machine, Secrets secrets) {
        this.machine = machine;
        this.secrets = secrets;
    }

    public static Access of(Home home) {
        ClusterState state = home.cluster();
        return new Access(state.database(), home.secrets());
    }

    /** May do everything: migrations, grants. */
    public Connection asRoot() throws SQLException {
        return connect("root", rootPassword());
    }

    /** May read the {@code audit_*} views and nothing else. */
    public Connection asAuditor() {
        try {
            return connect("arcade_audit", secrets.databasePassword(Secrets.DATABASE_AUDIT));
        } catch (SQLException e) {
            throw new Failure(
                    "the database cannot be reached: " + e.getMessage(),
                    "run './arcade status', then './arcade up'",
                    e);
        }
    }

    /** {@code jdbc:mariadb://address:port/arcade}, without user or password. */
    public String url() {
        return "jdbc:mariadb://" + machine.address() + ":" + machine.port("sql") + "/" + DATABASE;
    }

    String rootPassword() {
        return secrets.databasePassword(Secrets.DATABASE_ROOT);
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(url() + "?connectTimeout=2000&socketTimeout=30000", user, password);
    }
}
