package arcade.operations.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the shoppers count together. For several threads; a run with a warm-up takes a fresh one after it. */
final class Tally {
    /** Enough to find the first ones in the router's log. */
    private static final int MOST_FAILURES = 200;

    private final LongAdder requests = new LongAdder();
    private final LongAdder retried = new LongAdder();
    private final LongAdder checkouts = new LongAdder();
    private final LongAdder cartsLost = new LongAdder();
    private final LongAdder cookies = new LongAdder();
    private final ConcurrentLinkedQueue<Failed> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final Latencies answers = new Latencies();
    private final Latencies payments = new Latencies();

    /** One request was answered, after so long; a retry is part of it. */
    void answered(long nanos) {
        requests.increment();
        answers.add(nanos);
        slowest.accumulateAndGet(nanos, Math::max);
    }

    /** A request that is kept waiting on purpose ({@code Prefer: wait}): it says nothing about speed. */
    void waited() {
        requests.increment();
    }

    void retry() {
        retried.increment();
    }

    /** @param kind what went wrong: connection, timeout, http_500 … */
    void error(String kind) {
        errors.computeIfAbsent(kind, unknown -> new LongAdder()).increment();
    }

    /** A request that failed, also at its second try. @param kind as for {@link #error} */
    void failed(String kind, Call call) {
        error(kind);
        if (failures.size() < MOST_FAILURES) {
            failures.add(new Failed(Instant.now(), kind, call.method() + " " + call.uri(), call.replaySafe()));
        }
    }

    /** The shop said no for a reason of business, such as too few pieces. */
    void refusal(String reason) {
        refused.computeIfAbsent(reason, unknown -> new LongAdder()).increment();
    }

    /** An order was placed and its payment captured, so long after it was placed. */
    void checkout(long nanos) {
        checkouts.increment();
        payments.add(nanos);
    }

    /** A cart or an order does not hold what its shopper put in. */
    void cartLost() {
        cartsLost.increment();
    }

    /** An answer set a cookie where none belongs. */
    void cookie() {
        cookies.increment();
    }

    /** The longest time of an answer since the last call of this, in nanoseconds. */
    long takeSlowest() {
        return slowest.getAndSet(0);
    }

    long requests() {
        return requests.sum();
    }

    long retried() {
        return retried.sum();
    }

    long checkouts() {
        return checkouts.sum();
    }

    long cartsLost() {
        return cartsLost.sum();
    }

    long cookies() {
        return cookies.sum();
    }

    Map<String, Long> errors() {
        return sums(errors);
    }

    /** The first requests that failed. */
    List<Failed> failures() {
        return List.copyOf(failures);
    }

    Map<String, Long> refused() {
        return sums(refused);
    }

    long errorCount() {
        return errors.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Latencies answers() {
        return answers;
    }

    Latencies payments() {
        return payments;
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counted) {
        Map<String, Long> sums = new TreeMap<>();
        counted.forEach((kind, count) -> sums.put(kind, count.sum()));
        return sums;
    }
}
