package arcade.web.health;

import arcade.cluster.NodeLeaves;
import arcade.database.SqlFailure;
import arcade.desk.house.NodeBeats;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the back office each five seconds how this node is. */
@ApplicationScoped
public class HeartBeat {
    private static final Logger LOG = Logger.getLogger(HeartBeat.class.getName());
    private static final int SECONDS = 5;

    @Inject
    private NodeBeats beats;

    @Resource
    private ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> beating;

    public void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (beating == null) {
            beating = timer.scheduleWithFixedDelay(this::beat, 1, SECONDS, TimeUnit.SECONDS);
        }
    }

    public void leave(@Observes NodeLeaves asked) {
        stop();
    }

    @PreDestroy
    public void stop() {
        if (beating != null) {
            beating.cancel(false);
        }
    }

    private void beat() {
        try {
            beats.beat(
                    SessionCount.live(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        } catch (SqlFailure e) {
            LOG.log(Level.FINE, "the back office does not hear of this node", e);
        }
    }
}
