package arcade.till.lease;

import arcade.cluster.FencingToken;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks for the till's place at the cluster's desk; and, where the desk does not answer at once (a node died inside a call, the
 * grid is sick), at the lease itself, so that the grid never delays a takeover.
 */
@ApplicationScoped
public class Candidacy {
    private static final Logger LOG = Logger.getLogger(Candidacy.class.getName());
    private static final long PATIENCE_MILLIS = 250;

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private Till till;

    @Inject
    private LeaseDesk lease;

    private Future<Optional<FencingToken>> hanging;

    /** Asks at the desk, or without it when it does not answer in time. Empty if somebody else holds the lease. */
    public Optional<FencingToken> ask(String owner) {
        if (hanging != null && !hanging.isDone()) {
            return lease.take(owner);
        }
        Asking asking = new Asking(lease);
        hanging = executor.submit(() -> till.take(asking, owner));
        try {
            return hanging.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return withoutTheDesk(asking, owner, "does not answer");
        } catch (ExecutionException e) {
            return withoutTheDesk(asking, owner, "failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<FencingToken> withoutTheDesk(Asking asking, String owner, String why) {
        if (!asking.withdraw()) {
            return asking.brought();
        }
        LOG.log(Level.WARNING, "the cluster''s desk for the till {0}; going to the lease directly", why);
        return lease.take(owner);
    }
}
