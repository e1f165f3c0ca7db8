package arcade.desk.house;

import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How far the replica is behind. Every scrape of every node asks, so only that it went away and that it came back is logged. */
final class ReplicaLag {
    private static final Logger LOG = Logger.getLogger(ReplicaLag.class.getName());

    private final AtomicBoolean away = new AtomicBoolean();

    /** The newest beat where reports are read, in seconds since 1970. */
    interface NewestBeat {
        long read() throws SQLException;
    }

    /** @param here the newest beat on the primary @return in seconds; empty: the replica does not answer */
    OptionalLong behind(long here, NewestBeat there) {
        try {
            long lag = Math.max(0, here - there.read());
            if (away.getAndSet(false)) {
                LOG.info("the replica answers again");
            }
            return OptionalLong.of(lag);
        } catch (SQLException e) {
            boolean known = away.getAndSet(true);
            LOG.log(known ? Level.FINE : Level.WARNING, "the replica does not answer: {0}", e.getMessage());
            return OptionalLong.empty();
        }
    }
}
