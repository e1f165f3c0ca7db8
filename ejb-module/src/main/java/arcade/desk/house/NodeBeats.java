package arcade.desk.house;

import arcade.cluster.Node;
import arcade.cluster.Role;
import arcade.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** The nodes, each as it describes itself. Only for people to look at: nothing is decided by it. */
@ApplicationScoped
public class NodeBeats {
    /** Who was not seen for so long is not shown any more. */
    private static final int FORGOTTEN_HOURS = 24;

    @Inject
    private Sql sql;

    @Inject
    private Node node;

    /** This node speaks. */
    public void beat(int sessions, long heapBytes) {
        sql.update(
                "INSERT INTO node_beat (name, roles, release_name, started_at, sessions, heap_bytes, seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE roles = VALUE(roles),"
                        + " release_name = VALUE(release_name), started_at = VALUE(started_at), sessions = VALUE(sessions),"
                        + " heap_bytes = VALUE(heap_bytes), seen_at = VALUE(seen_at)",
                node.name(),
                node.roles().stream().map(Role::word).collect(Collectors.joining(", ")),
                node.release(),
                LocalDateTime.ofInstant(node.startedAt(), ZoneOffset.UTC),
                sessions,
                heapBytes);
    }

    public List<NodeBeat> all() {
        return sql.list(
                "SELECT name, roles, release_name, started_at, sessions, heap_bytes,"
                        + " TIMESTAMPDIFF(SECOND, seen_at, UTC_TIMESTAMP(6)) FROM node_beat"
                        + " WHERE seen_at > UTC_TIMESTAMP(6) - INTERVAL ? HOUR ORDER BY name LIMIT 100",
                row -> new NodeBeat(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getInt(5),
                        row.getLong(6),
                        row.getLong(7)),
                FORGOTTEN_HOURS);
    }
}
