package arcade.mail;

import arcade.cluster.Node;
import arcade.cluster.NodeLeaves;
import arcade.cluster.Role;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks each {@code arcade.mail.poll-millis} whether mail waits, on nodes with the role {@code jobs}. */
@ApplicationScoped
public class Postman {
    private static final Logger LOG = Logger.getLogger(Postman.class.getName());

    @Inject
    private Node node;

    @Inject
    private MailSettings settings;

    @Inject
    private MailRound round;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "arcade.mail.poll-millis", defaultValue = "1000")
    private long pollMillis;

    private ScheduledExecutorService clock;
    private volatile boolean leaving;

    public void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // An enterprise archive tells of each of its modules.
        if (clock != null || !node.is(Role.JOBS)) {
            return;
        }
        Optional<MailServer> server = settings.server();
        if (server.isEmpty()) {
            LOG.info("no mail is sent: arcade.mail.host names no server; mails wait in the outbox");
            return;
        }
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        clock.scheduleWithFixedDelay(() -> go(server.get()), pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    public void leave(@Observes NodeLeaves asked) {
        stop();
    }

    @PreDestroy
    public void stop() {
        leaving = true;
        if (clock != null) {
            clock.shutdown();
        }
    }

    private void go(MailServer server) {
        try {
            int due = MailRound.MOST;
            while (!leaving && due == MailRound.MOST) {
                due = round.go(server, () -> leaving);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "mails wait: {0}", e.toString());
        }
    }
}
