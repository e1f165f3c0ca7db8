package arcade.till;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends committed steps to the gateway, many at a time, and records what came of them, many in one transaction. A line is taken by a
 * payment from its first call until nothing follows from its last outcome.
 *
 * <p>Hazard: a call is sent only while the tenure may act. One that is not sent, or whose outcome cannot be recorded, is found
 * again when its time in flight is over, and then the gateway is asked what became of it.
 */
@ApplicationScoped
class Switchboard {
    private static final Logger LOG = Logger.getLogger(Switchboard.class.getName());
    private static final int BATCH = 64;
    private static final int TRIES = 3;
    private static final long IDLE_SECONDS = 10;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Gateway gateway;

    @Inject
    private PaymentBook book;

    @Inject
    private TillSettings settings;

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private Supplier<Optional<Tenure>> tenure;
    private Consumer<FencingToken> lost;
    private Semaphore lines;
    private ExecutorService callers;
    private Thread recorder;

    void start(Supplier<Optional<Tenure>> tenure, Consumer<FencingToken> lost) {
        this.tenure = tenure;
        this.lost = lost;
        lines = new Semaphore(settings.callsInFlight());
        // The lines bound it; twice as many threads, because one that has put its outcome down needs a moment to come
        // back.
        callers = new ThreadPoolExecutor(
                0, 2 * settings.callsInFlight(), IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        callers.execute(gateway::warmUp);
        recorder = threads.newThread(this::recordAll);
        recorder.setName("till-recorder");
        recorder.start();
    }

    int freeLines() {
        return lines.availablePermits();
    }

    /** What finds no free line is not sent now: it is found again when its time in flight is over. */
    void send(List<Step> steps) {
        for (Step step : steps) {
            if (lines.tryAcquire()) {
                call(step);
            }
        }
    }

    void stop(long patienceMillis) {
        try {
            lines.tryAcquire(settings.callsInFlight(), patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recorder.interrupt();
        callers.shutdownNow();
    }

    /** Gives the step's line back if it comes to nothing, whatever the reason: a lost line would be lost for ever. */
    private void call(Step step) {
        try {
            callers.execute(() -> {
                if (!converse(step)) {
                    lines.release();
                }
            });
        } catch (RejectedExecutionException e) {
            lines.release();
            LOG.log(Level.WARNING, "no thread for {0} of payment {1}", new Object[] {
                step.operation(), step.payment().ref()
            });
        }
    }

    /** Whether there is an outcome to be recorded. */
    private boolean converse(Step step) {
        if (tenure.get().filter(held -> held.mayAct(System.nanoTime())).isEmpty()) {
            return false;
        }
        try {
            Answer answer = gateway.perform(step.operation(), step.payment());
            Change change = PaymentProcess.after(step.payment(), step.operation(), answer);
            return outcomes.add(new Outcome(step, answer, change));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "payment " + step.payment().ref() + " is asked about later", e);
            return false;
        }
    }

    private void recordAll() {
        try {
            while (true) {
                List<Outcome> batch = new ArrayList<>(BATCH);
                batch.add(outcomes.take());
                outcomes.drainTo(batch, BATCH - 1);
                List<Step> next = record(batch);
                lines.release(batch.size() - next.size());
                next.forEach(this::call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Step> record(List<Outcome> batch) throws InterruptedException {
        Optional<Tenure> present = tenure.get();
        if (present.isEmpty()) {
            return List.of();
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return book.record(present.get().token(), batch);
            } catch (FencedOut e) {
                lost.accept(present.get().token());
                return List.of();
            } catch (RuntimeException e) {
                // Refused, or the answer to the commit was lost: recording again passes over what was committed.
                LOG.log(Level.WARNING, "could not record " + batch.size() + " outcomes, attempt " + attempt, e);
                TimeUnit.MILLISECONDS.sleep(100L * attempt);
            }
        }
        return batch.size() == 1 ? List.of() : recordOneByOne(batch);
    }

    /** One outcome that cannot be recorded must not hold up the others. */
    private List<Step> recordOneByOne(List<Outcome> batch) throws InterruptedException {
        List<Step> next = new ArrayList<>();
        for (Outcome outcome : batch) {
            next.addAll(record(List.of(outcome)));
        }
        return next;
    }
}
