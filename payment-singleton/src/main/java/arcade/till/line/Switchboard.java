package arcade.till.line;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.failpoint.Failpoint;
import arcade.till.lease.Shift;
import arcade.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends committed steps to the gateway, many at a time, and records what came of them, many in one transaction. A line is taken from
 * a step's first call until nothing follows from the last outcome.
 *
 * <p>Hazard: a call is sent only while the tenure may act. One that is not sent, or whose outcome cannot be recorded, is found
 * again when its time in flight is over, and then the gateway is asked what became of it.
 *
 * @param <S> a step that may be sent
 * @param <O> what came of it
 */
public final class Switchboard<S, O> {
    private static final Logger LOG = Logger.getLogger(Switchboard.class.getName());
    private static final int BATCH = 64;
    private static final int TRIES = 3;
    private static final long IDLE_SECONDS = 10;

    private final Correspondence<S, O> correspondence;
    private final Shift shift;
    private final int allLines;
    private final Semaphore lines;
    private final ExecutorService callers;
    private final Thread recorder;
    private final BlockingQueue<O> outcomes = new LinkedBlockingQueue<>();

    /** @param allLines most steps on their way at one time, 1 or more */
    public Switchboard(Correspondence<S, O> correspondence, Shift shift, int allLines, ThreadFactory threads) {
        this.correspondence = correspondence;
        this.shift = shift;
        this.allLines = allLines;
        this.lines = new Semaphore(allLines);
        // The lines bound it; twice as many threads, because one that has put its outcome down needs a moment to come
        // back.
        this.callers = new ThreadPoolExecutor(
                0, 2 * allLines, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
        this.recorder = threads.newThread(this::recordAll);
    }

    /** Starts the thread that records outcomes, under this name. */
    public void start(String name) {
        recorder.setName(name);
        recorder.start();
    }

    /** How many more calls may be sent now. */
    public int freeLines() {
        return lines.availablePermits();
    }

    /** What finds no free line is not sent now: it is found again when its time in flight is over. */
    void send(List<S> steps) {
        for (S step : steps) {
            if (lines.tryAcquire()) {
                call(step);
            }
        }
    }

    /** Waits, within a bound, for what is on its way to be recorded. */
    public void stop(long patienceMillis) {
        try {
            lines.tryAcquire(allLines, patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recorder.interrupt();
        callers.shutdownNow();
    }

    /** Gives the step's line back if it comes to nothing, whatever the reason: a lost line would be lost for ever. */
    private void call(S step) {
        try {
            callers.execute(() -> {
                boolean said = false;
                try {
                    correspondence.trace(step).orElseGet(Trace::random).begin();
                    said = converse(step);
                } finally {
                    Trace.end();
                    if (!said) {
                        lines.release();
                    }
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // The latter where the machine makes no more threads.
            lines.release();
            LOG.log(Level.WARNING, "no thread for {0}: {1}", new Object[] {correspondence.name(step), e});
        }
    }

    /** Whether there is an outcome to be recorded. */
    private boolean converse(S step) {
        if (shift.acting().isEmpty()) {
            return false;
        }
        try {
            Failpoint.BEFORE_SEND.reached();
            O outcome = correspondence.converse(step);
            LOG.log(Level.INFO, "{0}: {1}", new Object[] {correspondence.name(step), correspondence.said(outcome)});
            Correspondence.Heard heard = correspondence.heard(outcome);
            if (heard != Correspondence.Heard.NOTHING) {
                shift.heard(heard == Correspondence.Heard.AN_ANSWER);
            }
            return outcomes.add(outcome);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, correspondence.name(step) + " is asked about later", e);
            return false;
        }
    }

    private void recordAll() {
        try {
            while (true) {
                List<O> batch = new ArrayList<>(BATCH);
                batch.add(outcomes.take());
                outcomes.drainTo(batch, BATCH - 1);
                List<S> next = recorded(batch);
                lines.release(batch.size() - next.size());
                next.forEach(this::call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever happens to one batch, the next one is recorded: a till without this thread would beat on and do nothing. */
    private List<S> recorded(List<O> batch) throws InterruptedException {
        try {
            List<S> next = record(batch);
            Failpoint.OUTCOME_COMMITTED.reached();
            return next;
        } catch (RuntimeException | Error e) {
            LOG.log(
                    Level.SEVERE,
                    batch.size() + " outcomes are not recorded; the gateway is asked about them later",
                    e);
            return List.of();
        }
    }

    private List<S> record(List<O> batch) throws InterruptedException {
        Optional<FencingToken> present = shift.token();
        if (present.isEmpty()) {
            return List.of();
        }
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                return correspondence.book().record(present.get(), batch);
            } catch (FencedOut e) {
                shift.lost(present.get());
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
    private List<S> recordOneByOne(List<O> batch) throws InterruptedException {
        List<S> next = new ArrayList<>();
        for (O outcome : batch) {
            next.addAll(record(List.of(outcome)));
        }
        return next;
    }
}
