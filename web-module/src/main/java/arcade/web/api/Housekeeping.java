package arcade.web.api;

import arcade.cart.Carts;
import arcade.cluster.Node;
import arcade.cluster.Role;
import arcade.customer.CustomerHousekeeping;
import arcade.database.SqlFailure;
import arcade.desk.catalogue.ImportJournal;
import arcade.desk.catalogue.TakeBackDesk;
import arcade.handover.HandOvers;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Deletes carts that expired and answers that nobody will ask for again, and goes on where a node died while it took an import back, on
 * nodes with the role {@code jobs}, in small batches. Several nodes may do it at once: a row is deleted by one of them.
 */
@ApplicationScoped
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class.getName());

    @Inject
    private Node node;

    @Inject
    private Carts carts;

    @Inject
    private HandOvers handOvers;

    @Inject
    private OnceOnly answers;

    @Inject
    private CustomerHousekeeping customers;

    @Inject
    private ImportJournal imports;

    @Inject
    private TakeBackDesk takenBack;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    @ConfigProperty(name = "arcade.housekeeping.minutes", defaultValue = "10")
    private long minutes;

    @Inject
    @ConfigProperty(name = "arcade.housekeeping.batch", defaultValue = "500")
    private int batch;

    @Inject
    @ConfigProperty(name = "arcade.housekeeping.batches", defaultValue = "20")
    private int mostBatches;

    /** A client may repeat a request for so long and gets the same answer. */
    @Inject
    @ConfigProperty(name = "arcade.api.answers.hours", defaultValue = "48")
    private int answerHours;

    private ScheduledFuture<?> ticking;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        if (node.is(Role.JOBS)) {
            ticking = timer.scheduleWithFixedDelay(this::tidy, minutes, minutes, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    private void tidy() {
        try {
            int forgottenCarts = inBatches(() -> carts.forgetExpired(batch));
            int forgottenAnswers =
                    inBatches(() -> answers.forget(clock.instant().minus(Duration.ofHours(answerHours)), batch));
            int forgottenTickets = inBatches(() -> handOvers.forget(batch));
            LOG.fine(() -> forgottenTickets + " hand-overs forgotten");
            int forgottenOfAccounts = inBatches(() -> customers.tidy(batch));
            LOG.fine(() -> forgottenOfAccounts + " rows of accounts forgotten");
            int forgottenOfImports = inBatches(() -> imports.forget(batch));
            LOG.fine(() -> forgottenOfImports + " products of old imports forgotten");
            takenBack.goOn();
            LOG.fine(() -> forgottenCarts + " carts and " + forgottenAnswers + " answers forgotten");
        } catch (SqlFailure failure) {
            LOG.log(Level.WARNING, "housekeeping stopped; it goes on in " + minutes + " minutes", failure);
        }
    }

    private int inBatches(IntSupplier deletion) {
        int all = 0;
        for (int i = 0; i < mostBatches; i++) {
            int deleted = deletion.getAsInt();
            all += deleted;
            if (deleted < batch) {
                break;
            }
        }
        return all;
    }
}
