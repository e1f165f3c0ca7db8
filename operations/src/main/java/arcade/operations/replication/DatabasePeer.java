package arcade.operations.replication;

import arcade.operations.database.Access;
import arcade.operations.database.AuditViews;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** One of the two databases, as its administrator speaks to it, over one connection. Not for several threads. */
public final class DatabasePeer implements AutoCloseable {
    private static final String FOLLOW = "CHANGE MASTER TO master_host = '%s', master_port = %d,"
            + " master_user = 'arcade_replica', master_password = '%s', master_use_gtid = slave_pos,"
            // TLS between databases is the private network's business; 11.4 would ask for it.
            + " master_ssl = 0, master_connect_retry = 1, master_heartbeat_period = 1";

    private final Machine machine;
    private final Secrets secrets;
    private final Connection connection;

    private DatabasePeer(Machine machine, Secrets secrets, Connection connection) {
        this.machine = machine;
        this.secrets = secrets;
        this.connection = connection;
    }

    /** @throws Failure when it does not answer */
    public static DatabasePeer of(Home home, Machine machine) {
        return find(home, machine)
                .orElseThrow(() -> new Failure(
                        machine.name() + " does not answer at " + machine.address() + ":" + machine.port("sql"),
                        "see './arcade status' and " + home.log(machine.name())));
    }

    /** Empty when it does not answer within two seconds. */
    public static Optional<DatabasePeer> find(Home home, Machine machine) {
        try {
            Connection connection = new Access(machine, home.secrets()).asRoot();
            return Optional.of(new DatabasePeer(machine, home.secrets(), connection));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    Machine machine() {
        return machine;
    }

    /** The last transaction of its binary log, as a GTID: whoever has this has all it ever acknowledged. */
    String position() {
        return text("SELECT @@gtid_binlog_pos");
    }

    /** Empty when it follows nobody. */
    public Optional<Following> following() {
        String applied = text("SELECT @@gtid_slave_pos");
        return ask("SHOW SLAVE STATUS", row -> {
            String problem = (row.getString("Last_IO_Error") + " " + row.getString("Last_SQL_Error")).strip();
            return new Following(
                    row.getString("Slave_IO_Running").equals("Yes"),
                    row.getString("Slave_SQL_Running").equals("Yes"),
                    row.getString("Gtid_IO_Pos"),
                    applied,
                    problem);
        });
    }

    /** Whether it has carried out this transaction, at once or within the patience. */
    boolean has(String gtid, Duration patience) {
        double seconds = patience.toMillis() / 1000.0;
        return text("SELECT MASTER_GTID_WAIT('" + gtid + "', " + seconds + ")").equals("0");
    }

    /**
     * From its return on nobody but an administrator writes. Waits for commits under way; a transaction that takes longer
     * than the grace is ended by killing its connection.
     */
    void stopWriting(Home home, Duration grace) {
        Deadline deadline = new Deadline(grace, () -> killShopFrom(home));
        try {
            run("SET GLOBAL read_only = ON");
        } finally {
            deadline.cancel();
        }
    }

    void startWriting() {
        run("SET GLOBAL read_only = OFF");
    }

    boolean writes() {
        return text("SELECT @@GLOBAL.read_only").equals("0");
    }

    /** Begins to follow, from where it stands. One that led before follows from the end of its own log. */
    void follow(Machine primary, boolean ledBefore) {
        run("SET GLOBAL rpl_semi_sync_master_enabled = OFF");
        run("SET GLOBAL rpl_semi_sync_slave_enabled = ON");
        String password = secrets.databasePassword(Secrets.DATABASE_REPLICA);
        run(String.format(FOLLOW, primary.address(), primary.port("sql"), password)
                + (ledBefore ? ", master_demote_to_slave = 1" : ""));
        run("START SLAVE");
    }

    /** Goes on following after a start. What was received and not applied is fetched again: never during a promotion. */
    void followAgain(Machine primary) {
        run("STOP SLAVE");
        follow(primary, false);
    }

    /** What was received and not applied is lost by this: the caller has waited for it. */
    void stopFollowing() {
        run("STOP SLAVE");
        run("RESET SLAVE ALL");
        run("SET GLOBAL rpl_semi_sync_slave_enabled = OFF");
    }

    /** Makes ready what a primary needs and no binary log carries: its witness and the auditor's rights. */
    void prepareToLead() {
        Witness.installEvents(this);
        AuditViews.grant(connection);
    }

    /** Whether a commit waits until a replica has it; {@link #inSync} tells whether one does at present. */
    void waitForReplica(boolean wait) {
        run("SET GLOBAL rpl_semi_sync_master_enabled = " + (wait ? "ON" : "OFF"));
    }

    /** Whether every commit that is acknowledged now lies in the replica's log, too. */
    public boolean inSync() {
        return status("Rpl_semi_sync_master_status").equals("ON") && followers() > 0;
    }

    /** Replicas that are connected and confirm what they receive. */
    int followers() {
        return Integer.parseInt(status("Rpl_semi_sync_master_clients"));
    }

    /** Ends every connection of the shop's users: they come back to whoever leads. */
    void killShop() {
        run("KILL USER arcade");
        run("KILL USER arcade_report");
    }

    private void killShopFrom(Home home) {
        find(home, machine).ifPresent(other -> {
            try (other) {
                other.killShop();
            }
        });
    }

    private String status(String name) {
        return ask("SHOW GLOBAL STATUS LIKE '" + name + "'", row -> row.getString(2))
                .orElse("");
    }

    String text(String query) {
        return ask(query, row -> row.getString(1)).orElse("");
    }

    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    <T> Optional<T> ask(String query, Reading<T> reading) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(reading.of(row)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Failure failed(SQLException e) {
        return new Failure(machine.name() + " refuses: " + e.getMessage(), "see './arcade doctor'", e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Makes a value of a row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
