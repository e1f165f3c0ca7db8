package arcade.operations.doctor;

import arcade.operations.database.Access;
import arcade.operations.database.Migrations;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.node.GridView;
import arcade.operations.node.Release;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the recorded cluster. */
final class ClusterChecks {
    /** What the promises about money rest on; each value as MariaDB prints it. */
    private static final Map<String, String> NEEDED_SETTINGS = Map.of(
            "innodb_flush_log_at_trx_commit", "1",
            "sync_binlog", "1",
            "log_bin", "1",
            "binlog_format", "ROW",
            "gtid_strict_mode", "1",
            "innodb_snapshot_isolation", "1",
            "transaction_isolation", "READ-COMMITTED",
            "time_zone", "+00:00");

    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(1);
    private static final String REPAIR = "'./arcade up' starts what is missing";

    private final Home home;
    private final ClusterState state;

    ClusterChecks(Home home, ClusterState state) {
        this.home = home;
        this.state = state;
    }

    List<Finding> processes() {
        return state.machines().stream()
                .filter(machine -> !machine.alive())
                .map(machine -> new Finding(machine.name() + " does not run", REPAIR))
                .toList();
    }

    /** Ports of machines that are down must be free for their next start. */
    List<Finding> ports() {
        return state.machines().stream()
                .filter(machine -> !machine.alive())
                .flatMap(machine -> machine.ports().values().stream()
                        .flatMap(port -> MachineChecks.taken(machine.address(), port, machine.name()).stream()))
                .toList();
    }

    List<Finding> databaseSettings() {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, String> needed : NEEDED_SETTINGS.entrySet()) {
            Optional<String> value = ask("SELECT @@GLOBAL." + needed.getKey());
            if (value.isEmpty()) {
                return List.of(unreachable());
            }
            if (!value.get().equals(needed.getValue())) {
                findings.add(new Finding(
                        needed.getKey() + " is " + value.get() + ", not " + needed.getValue(),
                        "compare domain-config/mariadb/server.cnf, then './arcade down' and './arcade up'"));
            }
        }
        return findings;
    }

    List<Finding> clock() {
        Optional<String> database = ask("SELECT UTC_TIMESTAMP(6)");
        if (database.isEmpty()) {
            return List.of(unreachable());
        }
        Instant there = LocalDateTime.parse(database.get().replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        Duration apart = Duration.between(there, Instant.now()).abs();
        return apart.compareTo(CLOCKS_MAY_DIFFER) <= 0
                ? List.of()
                : List.of(new Finding(
                        "the database's clock and this machine's are " + apart.toMillis() + " ms apart",
                        "synchronise both, e.g. with the package chrony"));
    }

    List<Finding> migrations() {
        Optional<Release> release = Release.recorded(state.release(), home);
        if (release.isEmpty()) {
            return List.of(new Finding("the release " + state.release() + " is not kept here", REPAIR));
        }
        if (ask("SELECT 1").isEmpty()) {
            return List.of(unreachable());
        }
        int pending =
                new Migrations(state.database(), home.secrets(), release.get().migrations()).pending();
        return pending == 0
                ? List.of()
                : List.of(new Finding(
                        pending + " migrations of " + state.release() + " are pending", "run './arcade up'"));
    }

    /** All live nodes must see each other, and all or none of them the admin console, which comes and goes. */
    List<Finding> grid() {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Machine> live = state.liveNodes();
        live.forEach(node -> seen.put(node.name(), GridView.members(node).orElse(0)));
        return GridView.whole(seen.values(), live.size())
                ? List.of()
                : List.of(new Finding(
                        "the grid is not one: " + live.size() + " nodes run, and these are the members each sees: "
                                + seen,
                        "wait half a minute, split halves merge by themselves; then './arcade kill' the odd one and"
                                + " './arcade up'. Carts and orders are in the database and safe"));
    }

    private Finding unreachable() {
        return new Finding("the database does not answer", REPAIR);
    }

    private Optional<String> ask(String query) {
        try (Connection connection = Access.of(home).asRoot();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return Optional.of(row.getString(1));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
