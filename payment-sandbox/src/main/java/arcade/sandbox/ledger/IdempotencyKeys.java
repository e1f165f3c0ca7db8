package arcade.sandbox.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys were answered, and which are being worked on. An answered key is forgotten 24 hours later. Of an answer
 * only its place in the ledger is kept in memory.
 */
final class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Stored> answered = new LinkedHashMap<>();
    private final Set<String> inUse = new HashSet<>();

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Claims the key, unless it was answered before.
     *
     * @return where the earlier answer is
     * @throws KeyConflict when another request holds the key or it was used for something else
     */
    synchronized Optional<Journal.Place> claim(Request request) {
        long oldest = clock.instant().minus(KEPT).getEpochSecond();
        forget(oldest);
        String key = request.idempotencyKey();
        if (inUse.contains(key)) {
            throw new KeyConflict(KeyConflict.Reason.IN_USE, key);
        }
        Stored stored = answered.get(key);
        // The clock may have been set back, so that an old one stands behind a newer one.
        if (stored == null || stored.at() < oldest) {
            inUse.add(key);
            return Optional.empty();
        }
        if (!stored.fingerprint().equals(request.fingerprint())) {
            throw new KeyConflict(KeyConflict.Reason.OTHER_REQUEST, key);
        }
        return Optional.of(new Journal.Place(stored.offset(), stored.length()));
    }

    synchronized void answered(Request request, Instant at, Journal.Place place) {
        answered.remove(request.idempotencyKey());
        answered.put(request.idempotencyKey(), new Stored(request.fingerprint(), at.getEpochSecond(), place));
    }

    synchronized void release(Request request) {
        inUse.remove(request.idempotencyKey());
    }

    private void forget(long oldest) {
        Iterator<Stored> stored = answered.values().iterator();
        while (stored.hasNext() && stored.next().at() < oldest) {
            stored.remove();
        }
    }

    /** Flat, because there is one for each request of a day. */
    private record Stored(String fingerprint, long at, long offset, int length) {
        Stored(String fingerprint, long at, Journal.Place place) {
            this(fingerprint, at, place.offset(), place.length());
        }
    }
}
