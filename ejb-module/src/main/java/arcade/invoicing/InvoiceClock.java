package arcade.invoicing;

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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Issues each {@code arcade.invoice.poll-millis} what nobody asked for, on nodes with the role {@code jobs}. */
@ApplicationScoped
public class InvoiceClock {
    private static final Logger LOG = Logger.getLogger(InvoiceClock.class.getName());

    @Inject
    private Node node;

    @Inject
    private Invoices invoices;

    @Inject
    private InvoiceRows rows;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "arcade.invoice.poll-millis", defaultValue = "5000")
    private long pollMillis;

    private ScheduledExecutorService clock;
    private volatile boolean leaving;
    private boolean looked;

    public void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // An enterprise archive tells of each of its modules.
        if (clock != null || !node.is(Role.JOBS)) {
            return;
        }
        clock = Executors.newSingleThreadScheduledExecutor(threads);
        clock.scheduleWithFixedDelay(this::go, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
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

    private void go() {
        try {
            if (!looked) {
                rows.findForgotten();
                looked = true;
            }
            while (!leaving && invoices.issueDue() > 0) {
                LOG.fine("invoices were issued; looking for more");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "invoices wait: {0}", e.toString());
        }
    }
}
