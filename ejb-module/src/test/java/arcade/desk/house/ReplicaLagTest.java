package arcade.desk.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplicaLagTest {
    private static final Logger LOG = Logger.getLogger(ReplicaLag.class.getName());

    private final ReplicaLag lag = new ReplicaLag();
    private final List<String> logged = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void listenNoLonger() {
        LOG.removeHandler(listener);
    }

    @Test
    void itIsTheSecondsBetweenBothBeats() {
        assertEquals(OptionalLong.of(7), lag.behind(107, () -> 100));
        assertEquals(OptionalLong.of(0), lag.behind(100, () -> 101));
        assertEquals(List.of(), logged);
    }

    @Test
    void aReplicaThatStaysAwayIsLoggedOnce() {
        for (int scrape = 0; scrape < 3; scrape++) {
            assertEquals(OptionalLong.empty(), lag.behind(100, ReplicaLagTest::away));
        }

        assertEquals(List.of("WARNING the replica does not answer: {0}"), logged);
    }

    @Test
    void thatItIsBackAndGoesAgainIsLogged() {
        lag.behind(100, ReplicaLagTest::away);
        lag.behind(100, () -> 100);
        lag.behind(100, () -> 100);
        lag.behind(100, ReplicaLagTest::away);

        assertEquals(
                List.of(
                        "WARNING the replica does not answer: {0}",
                        "INFO the replica answers again", "WARNING the replica does not answer: {0}"),
                logged);
    }

    private static long away() throws SQLException {
        throw new SQLException("gone");
    }
}
