package arcade.till.reconcile;

import arcade.cluster.FencedOut;
import arcade.till.book.Subject;
import arcade.till.gateway.GatewayAway;
import arcade.till.gateway.GatewayBooks;
import arcade.till.gateway.GatewayIntent;
import arcade.till.lease.OffDuty;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * One round over the books, both ways: the open breaks again; what the gateway made and what ended with us since the last round;
 * the same a day later, when everything must be at rest; and what waits for an answer for long. One call to the gateway at a time,
 * each list with an end; what does not fit into a round's time is done by the next.
 */
public final class ReconcileRound {
    private static final Logger LOG = Logger.getLogger(ReconcileRound.class.getName());
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final int MOST_BREAKS = 200;
    private static final int MOST_OPEN = 500;
    private static final int MOST_AGAIN = 1_000;
    /** So many looks in a row came to nothing: it may be the gateway, not these payments. */
    private static final int SILENT = 5;

    private static final int TRIES = 3;

    private final ReconcileBook book;
    private final GatewayBooks gateway;
    private final Reconciler reconciler;
    private final List<Sweep> sweeps = List.of(
            new Sweep("fresh", Duration.ofSeconds(Reconciliation.SETTLED_SECONDS)),
            new Sweep("settled", Duration.ofHours(25)));
    /** What could not be told yet: looked at again in the next round. */
    private final Set<Subject> again = new LinkedHashSet<>();

    private int silent;

    public ReconcileRound(ReconcileBook book, GatewayBooks gateway, Reconciler reconciler) {
        this.book = book;
        this.gateway = gateway;
        this.reconciler = reconciler;
    }

    /**
     * @param first whether a till has just begun: then the last quarter of an hour is looked at again
     * @return whether it came to its end; false: the next round should follow soon
     * @throws GatewayAway if the gateway could not be asked: the next round goes on where this one stopped
     * @throws OffDuty if this node may not act any more
     */
    public boolean run(boolean first) {
        long end = System.nanoTime() + ROUND_NANOS;
        Stream.concat(List.copyOf(again).stream(), book.openBreaks(MOST_BREAKS).stream())
                .distinct()
                .takeWhile(subject -> System.nanoTime() < end)
                .forEach(this::look);
        Instant now = book.now();
        boolean all = compare(now, first, end);
        book.openSince(now.minus(LONG), MOST_OPEN).stream()
                .takeWhile(payment -> System.nanoTime() < end)
                .forEach(payment -> look(new Subject(payment.ref(), null)));
        return all;
    }

    /** Only the comparison of both books, as far as they were not compared yet: for when shoppers wait for it. As {@link #run}. */
    public boolean compare() {
        return compare(book.now(), false, System.nanoTime() + ROUND_NANOS);
    }

    private boolean compare(Instant now, boolean first, long end) {
        boolean all = true;
        for (Sweep sweep : sweeps) {
            Optional<Sweep.Slice> slice = next(sweep, now, first);
            // One at least: however long the looks before it take, what nobody has heard of is found in the end.
            for (boolean any = true; slice.isPresent() && (any || System.nanoTime() < end); any = false) {
                sweep.ended(go(sweep, slice.get()));
                slice = next(sweep, now, false);
            }
            all &= slice.isEmpty();
        }
        return all;
    }

    private Optional<Sweep.Slice> next(Sweep sweep, Instant now, boolean first) {
        return sweep.next(book.sweptUntil(sweep.name()), now, first ? LONG : Duration.ZERO);
    }

    /** Whether the slice was small enough to be done. */
    private boolean go(Sweep sweep, Sweep.Slice slice) {
        Optional<Set<String>> compared = fromTheirs(slice);
        List<OurPayment> ended = book.ended(slice.from(), slice.to(), Sweep.MOST + 1);
        if (compared.isEmpty() || ended.size() > Sweep.MOST) {
            if (!slice.isSmallest()) {
                return false;
            }
            LOG.log(
                    Level.WARNING,
                    "more than {0} payments in one second at {1}: the first of them are reconciled",
                    new Object[] {Sweep.MOST, slice.from()});
        }
        Set<String> known = compared.orElse(Set.of());
        ended.stream()
                .filter(payment -> !known.contains(payment.intent()))
                .forEach(payment -> look(new Subject(payment.ref(), null)));
        book.swept(reconciler.onDuty(), sweep.name(), slice.to());
        return true;
    }

    /** The gateway's intents that were compared with the payment that uses them; empty: there are too many. */
    private Optional<Set<String>> fromTheirs(Sweep.Slice slice) {
        Set<String> compared = new HashSet<>();
        int count = 0;
        String after = null;
        while (true) {
            reconciler.onDuty();
            GatewayBooks.Page page = made(slice, after);
            page(page).map(GatewayIntent::id).forEach(compared::add);
            count += page.intents().size();
            if (!page.hasMore() || page.intents().isEmpty()) {
                return Optional.of(compared);
            }
            if (count > Sweep.MOST) {
                return Optional.empty();
            }
            after = page.intents().get(page.intents().size() - 1).id();
        }
    }

    private GatewayBooks.Page made(Sweep.Slice slice, String after) {
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.made(slice.madeFrom(), slice.to(), after);
            } catch (GatewayAway e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** One payment that cannot be looked at must not hold up the others. */
    private void look(Subject subject) {
        boolean done = false;
        again.remove(subject);
        try {
            done = reconciler.look(subject);
            silent = 0;
        } catch (FencedOut | OffDuty e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "payment {0} is reconciled later: {1}", new Object[] {subject.paymentRef(), e});
            if (++silent >= SILENT) {
                requireGateway();
            }
        } finally {
            if (!done && again.size() < MOST_AGAIN) {
                again.add(subject);
            }
        }
    }

    /** Where the gateway answers at all, the round goes on: else a few sick payments would end every round. */
    private void requireGateway() {
        gateway.made(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), null);
        silent = 0;
    }

    /** Answers those that were compared with the payment that uses them. */
    private Stream<GatewayIntent> page(GatewayBooks.Page page) {
        List<GatewayIntent> ours =
                page.intents().stream().filter(GatewayIntent::isOurs).toList();
        Map<String, OurPayment> rows =
                book.ofRefs(ours.stream().map(GatewayIntent::paymentRef).toList());
        Instant now = book.now();
        ours.stream()
                .filter(theirs -> !reconciler
                        .suspect(Optional.ofNullable(rows.get(theirs.paymentRef())), theirs, now)
                        .isEmpty())
                .forEach(theirs -> look(new Subject(theirs.paymentRef(), theirs.id())));
        return ours.stream().filter(theirs -> {
            OurPayment payment = rows.get(theirs.paymentRef());
            return payment != null && payment.uses(theirs);
        });
    }
}
