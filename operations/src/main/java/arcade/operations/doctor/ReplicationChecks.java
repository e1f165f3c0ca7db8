package arcade.operations.doctor;

import arcade.operations.database.Access;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.replication.ReplicationView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a failover rests on: both databases set as they must be, the replica at the primary's heels. */
final class ReplicationChecks {
    /** On both; each value as MariaDB prints it. */
    private static final Map<String, String> NEEDED_SETTINGS = Map.of(
            "gtid_strict_mode", "1",
            "log_slave_updates", "1",
            "sync_binlog", "1",
            "innodb_flush_log_at_trx_commit", "1",
            "rpl_semi_sync_master_wait_point", "AFTER_SYNC",
            "rpl_semi_sync_master_timeout", "2000",
            "event_scheduler", "ON");

    private static final double MOST_LAG_SECONDS = 10;
    private static final String JOIN = "run './arcade up'; './arcade up --reprovision' fills the replica anew";

    private final Home home;
    private final ClusterState state;

    ReplicationChecks(Home home, ClusterState state) {
        this.home = home;
        this.state = state;
    }

    List<Finding> replication() {
        List<Finding> findings = new ArrayList<>();
        ReplicationView.of(home, state).ifPresent(view -> {
            if (!view.healthy()) {
                findings.add(new Finding(view.sentence(), JOIN));
            } else if (view.lagSeconds() != null && view.lagSeconds() > MOST_LAG_SECONDS) {
                findings.add(new Finding(
                        view.replica() + " is " + view.lagSeconds() + " s behind",
                        "see what it does: 'SHOW PROCESSLIST' there; a promotion waits for it"));
            }
            state.databases().stream()
                    .filter(machine -> machine.role() != Role.RETIRED)
                    .forEach(machine -> findings.addAll(settings(machine)));
        });
        return findings;
    }

    private List<Finding> settings(Machine machine) {
        List<Finding> findings = new ArrayList<>();
        NEEDED_SETTINGS.forEach((name, needed) -> add(findings, machine, name, needed));
        add(findings, machine, "read_only", machine.role() == Role.DATABASE ? "0" : "1");
        return findings;
    }

    /** A database that does not answer is found by others. */
    private void add(List<Finding> findings, Machine machine, String name, String needed) {
        value(machine, name)
                .filter(value -> !value.equals(needed))
                .ifPresent(value -> findings.add(new Finding(
                        machine.name() + ": " + name + " is " + value + ", not " + needed,
                        "compare domain-config/mariadb/server.cnf, then './arcade down' and './arcade up'")));
    }

    private Optional<String> value(Machine machine, String name) {
        try (Connection connection = new Access(machine, home.secrets()).asRoot();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL." + name)) {
            row.next();
            return Optional.of(row.getString(1));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
