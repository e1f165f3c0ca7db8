package arcade.till.testing;

import arcade.cluster.FencingToken;
import arcade.ordering.Settlement;
import arcade.till.ReconcileClock;
import arcade.till.TillKeeper;
import arcade.till.book.PaymentBook;
import arcade.till.gateway.Gateway;
import arcade.till.lease.Candidacy;
import arcade.till.lease.LeaseDesk;
import arcade.till.lease.Tenure;
import arcade.till.line.LineSettings;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A node's till without a server, with its keeper, its books and its lines, on a database that it reaches in its own way. There is no
 * cluster, hence no desk: it goes to the lease directly; and it does not reconcile.
 */
public final class ATill {
    private static final int LINES = 20;
    private static final int POLL_MILLIS = 20;

    private final Workbench beans;
    private TillKeeper keeper;

    public ATill(String node, TestTransactions database, Gateway gateway) {
        Workbench inside = new Workbench(database, Settlement.class);
        LeaseDesk desk = new InTransactions.Desk(database, inside.bean(LeaseDesk.class));
        beans = new Workbench(database)
                .configured("arcade.node", node)
                .with(LeaseDesk.class, desk)
                .with(PaymentBook.class, new InTransactions.Book(database, inside.bean(PaymentBook.class)))
                .with(Candidacy.class, new WithoutDesk(desk))
                .with(ReconcileClock.class, new NoReconciling())
                .with(Gateway.class, gateway)
                .with(LineSettings.class, new LineSettings(LINES, POLL_MILLIS, POLL_MILLIS))
                .with(ManagedThreadFactory.class, new Threads());
    }

    public <T> T bean(Class<T> type) {
        return beans.bean(type);
    }

    /** Enters the competition. */
    public void open() {
        keeper = beans.bean(TillKeeper.class);
        keeper.start("started");
    }

    public void close() {
        if (keeper != null) {
            keeper.stop();
        }
    }

    private static final class WithoutDesk extends Candidacy {
        private final LeaseDesk lease;

        private WithoutDesk(LeaseDesk lease) {
            this.lease = lease;
        }

        @Override
        public Optional<FencingToken> ask(String owner) {
            return lease.take(owner);
        }
    }

    private static final class NoReconciling extends ReconcileClock {
        @Override
        public void start(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
            // Its rounds are tried elsewhere.
        }

        @Override
        public void stop() {
            // Was not started.
        }
    }

    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        }
    }
}
