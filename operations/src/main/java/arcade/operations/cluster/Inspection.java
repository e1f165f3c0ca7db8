package arcade.operations.cluster;

import arcade.operations.console.ConsoleDoor;
import arcade.operations.database.Access;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Role;
import arcade.operations.http.NodeClient;
import arcade.operations.network.PacketFilter;
import arcade.operations.node.GridView;
import arcade.operations.node.Readiness;
import arcade.operations.replication.ReplicationView;
import arcade.operations.router.RouterView;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looks at every machine at once: its process, then what it answers. */
final class Inspection {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Home home;
    private final ClusterState state;

    Inspection(Home home, ClusterState state) {
        this.home = home;
        this.state = state;
    }

    /** What one machine said. */
    private record Finding(View.Row row, Optional<JsonObject> status) {}

    View view() {
        Set<String> draining = new RouterView(home).draining();
        try (Parallel looks = new Parallel()) {
            List<Parallel.Step<Finding>> steps = new ArrayList<>();
            for (Machine machine : state.machines()) {
                steps.add(looks.begin(() -> look(machine, draining)));
            }
            Parallel.Step<ReplicationView> replication =
                    looks.begin(() -> ReplicationView.of(home, state).orElse(null));
            List<Finding> findings = steps.stream().map(Parallel.Step::await).toList();
            return new View(findings.stream().map(Finding::row).toList(), till(findings), cuts(), replication.await());
        }
    }

    private Finding look(Machine machine, Set<String> draining) {
        try {
            if (!machine.alive()) {
                return new Finding(row(machine, View.DOWN, Optional.empty()), Optional.empty());
            }
        } catch (Failure unreached) {
            return new Finding(row(machine, View.UNREACHABLE, Optional.empty()), Optional.empty());
        }
        if (machine.role() != Role.NODE) {
            return new Finding(
                    row(machine, answers(machine) ? View.READY : View.STARTING, Optional.empty()), Optional.empty());
        }
        Optional<JsonObject> status = nodeStatus(machine);
        boolean ready = new Readiness(machine).ready();
        String word = draining.contains(machine.name()) ? View.DRAINING : ready ? View.READY : View.STARTING;
        return new Finding(row(machine, word, status), status);
    }

    private List<View.CutOff> cuts() {
        return new PacketFilter(home, state)
                .cuts().stream()
                        .map(cut -> new View.CutOff(
                                cut.node(), cut.from(), cut.way().word()))
                        .toList();
    }

    /** A node's own word comes first; with no node to ask, the database's. */
    private View.Till till(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.status().stream())
                .map(Inspection::tillOf)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> TillLease.read(home)
                        .filter(TillLease::alive)
                        .map(lease -> new View.Till(
                                lease.holder(),
                                lease.epoch(),
                                lease.since() == null ? null : lease.since().toString())))
                .orElse(View.Till.NOBODY);
    }

    private static Optional<View.Till> tillOf(JsonObject status) {
        if (!(status.get("till") instanceof JsonObject till) || !till.has("holder") || isNull(till.get("holder"))) {
            return Optional.empty();
        }
        return Optional.of(new View.Till(
                till.get("holder").getAsString().replaceFirst(":.*", ""),
                isNull(till.get("epoch")) ? null : till.get("epoch").getAsLong(),
                isNull(till.get("since")) ? null : till.get("since").getAsString()));
    }

    private Optional<JsonObject> nodeStatus(Machine node) {
        try {
            HttpResponse<String> answer =
                    new NodeClient(node, home.secrets().operatorToken()).get("/internal/status", ANSWER_WITHIN);
            return answer.statusCode() == OK
                    ? Optional.of(JsonParser.parseString(answer.body()).getAsJsonObject())
                    : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean answers(Machine machine) {
        if (isDatabase(machine)) {
            return databaseAnswers(machine);
        }
        if (machine.role() == Role.ADMIN) {
            return new ConsoleDoor(machine).open(ANSWER_WITHIN);
        }
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(machine.address(), machine.port("http")), (int) ANSWER_WITHIN.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDatabase(Machine machine) {
        return machine.ports().containsKey("sql");
    }

    private boolean databaseAnswers(Machine machine) {
        try (Connection connection = new Access(machine, home.secrets()).asRoot()) {
            return connection.isValid((int) ANSWER_WITHIN.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    private static View.Row row(Machine machine, String word, Optional<JsonObject> status) {
        boolean node = machine.role() == Role.NODE;
        boolean runs = !word.equals(View.DOWN) && !word.equals(View.UNREACHABLE);
        return new View.Row(
                machine.name(),
                machine.role().word(),
                address(machine),
                word,
                node ? machine.release() : null,
                runs ? machine.process().pid() : null,
                number(status, "sessions"),
                number(status, "heapBytes"),
                number(status, "uptimeSeconds"),
                runs ? members(machine) : null);
    }

    private static String address(Machine machine) {
        return switch (machine.role()) {
            case ADMIN -> ConsoleDoor.address(machine);
            case DATABASE, REPLICA, RETIRED -> machine.address() + ":" + machine.port("sql");
            default -> machine.address() + ":" + machine.port("http");
        };
    }

    private static Integer members(Machine machine) {
        OptionalInt members = machine.role() == Role.NODE ? GridView.members(machine) : OptionalInt.empty();
        return members.isPresent() ? members.getAsInt() : null;
    }

    private static Long number(Optional<JsonObject> status, String key) {
        return status.map(values -> values.get(key))
                .filter(value -> !isNull(value))
                .map(JsonElement::getAsLong)
                .orElse(null);
    }

    private static boolean isNull(JsonElement value) {
        return value == null || value.isJsonNull();
    }
}
