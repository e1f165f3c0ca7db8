package arcade.web.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.LeaseView;
import arcade.cluster.Node;
import arcade.desk.house.ClusterRows;
import arcade.desk.house.Queue;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Where the database, or part of it, cannot be read. */
class ClusterFiguresTest {
    private final Exposition out = new Exposition();

    @Test
    void aDatabaseThatDoesNotAnswerIsToldAndNothingElseIsAsked() {
        new ClusterFigures(new Node(), new Rows(false)).write(out);

        assertEquals(List.of("arcade_database_up 0"), samples());
    }

    @Test
    void aLeaseThatCannotBeReadTakesNothingElseAlong() {
        new ClusterFigures(new Node(), new Rows(true)).write(out);

        assertEquals(
                List.of(
                        "arcade_database_up 1",
                        "arcade_gateway_up 0",
                        "arcade_queue_length{queue=\"mails\"} 3",
                        "arcade_queue_oldest_seconds{queue=\"mails\"} 60",
                        "arcade_database_connections{state=\"busy\"} 1",
                        "arcade_database_connections{state=\"idle\"} 2",
                        "arcade_database_connections_max 9",
                        "arcade_replica_up 0"),
                samples());
        assertTrue(!out.toString().contains("arcade_till"), "not even its name");
    }

    private List<String> samples() {
        return out.toString().lines().filter(line -> !line.startsWith("#")).toList();
    }

    /** Without a lease, a gateway or a replica. */
    private static final class Rows extends ClusterRows {
        private final boolean answers;

        Rows(boolean answers) {
            this.answers = answers;
        }

        @Override
        public boolean answers() {
            return answers;
        }

        @Override
        public LeaseView till() throws SQLException {
            throw new SQLException("no such table");
        }

        @Override
        public List<Queue> queues() {
            return List.of(new Queue("mails", 3, 60));
        }

        @Override
        public String gateway() {
            return "no route";
        }

        @Override
        public Connections connections() {
            return new Connections(1, 2, 9);
        }

        @Override
        public OptionalLong replicaLagSeconds() {
            return OptionalLong.empty();
        }
    }
}
