package arcade.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many requests of each kind were answered, how, and how fast, since the node started. A request costs four additions.
 *
 * <p>Concurrency: adders only. A reader may see a request in one of them and not yet in the next.
 */
@ApplicationScoped
public class RequestFigures {
    /** Upper bounds of the histogram; the promises of the storefront lie between them. */
    private static final long[] BOUNDS_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000};

    private static final int CLASSES = 5;

    private final Map<Kind, OfAKind> kinds = new EnumMap<>(Kind.class);
    private final LongAdder inFlight = new LongAdder();

    public RequestFigures() {
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new OfAKind());
        }
    }

    private static final class OfAKind {
        final LongAdder[] buckets = adders(BOUNDS_MILLIS.length + 1);
        final LongAdder[] classes = adders(CLASSES);
        final LongAdder nanos = new LongAdder();

        private static LongAdder[] adders(int count) {
            LongAdder[] adders = new LongAdder[count];
            for (int i = 0; i < count; i++) {
                adders[i] = new LongAdder();
            }
            return adders;
        }
    }

    /** A request has a thread from now on. */
    void begins() {
        inFlight.increment();
    }

    /** Its thread is free again. */
    void ends() {
        inFlight.decrement();
    }

    /** @param status of HTTP; what is none counts as a fault of ours */
    void answered(Kind kind, int status, long nanos) {
        OfAKind figures = kinds.get(kind);
        int hundreds = status / 100;
        figures.classes[hundreds >= 1 && hundreds <= CLASSES ? hundreds - 1 : CLASSES - 1].increment();
        figures.buckets[bucket(nanos)].increment();
        figures.nanos.add(nanos);
    }

    private static int bucket(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && nanos > TimeUnit.MILLISECONDS.toNanos(BOUNDS_MILLIS[bucket])) {
            bucket++;
        }
        return bucket;
    }

    void write(Exposition out) {
        out.family("arcade_requests_in_flight", "gauge", "Requests that hold a thread of the node now.");
        out.sample("arcade_requests_in_flight", "", inFlight.sum());
        out.family("arcade_responses_total", "counter", "Answered requests by kind and class of status.");
        kinds.forEach((kind, figures) -> {
            for (int i = 0; i < CLASSES; i++) {
                String labels = "kind=\"" + kind.label() + "\",class=\"" + (i + 1) + "xx\"";
                out.sample("arcade_responses_total", labels, figures.classes[i].sum());
            }
        });
        out.family("arcade_request_seconds", "histogram", "Time from the node's getting a request to its answer.");
        kinds.forEach((kind, figures) -> histogram(out, "kind=\"" + kind.label() + "\"", figures));
    }

    private static void histogram(Exposition out, String kind, OfAKind figures) {
        long count = 0;
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            count += figures.buckets[i].sum();
            out.sample("arcade_request_seconds_bucket", kind + ",le=\"" + BOUNDS_MILLIS[i] / 1000.0 + "\"", count);
        }
        count += figures.buckets[BOUNDS_MILLIS.length].sum();
        out.sample("arcade_request_seconds_bucket", kind + ",le=\"+Inf\"", count);
        out.sample("arcade_request_seconds_sum", kind, figures.nanos.sum() / 1e9);
        out.sample("arcade_request_seconds_count", kind, count);
    }
}
