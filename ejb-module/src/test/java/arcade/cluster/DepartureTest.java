package arcade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class DepartureTest {
    private static final long SOON_MILLIS = 300;
    private static final long AT_MOST_SECONDS = 8;

    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final Departure departure = new Departure(told());

    @Test
    void whereNobodyAsksItGoesAtOnceAndWhatItHoldsIsHandedOver() throws Exception {
        leaving().get(SOON_MILLIS, TimeUnit.MILLISECONDS);

        assertEquals(List.of(new NodeLeaves()), told);
    }

    @Test
    void itStaysUntilTheRouterHasHeardItTwice() throws Exception {
        assertTrue(departure.stays());
        CompletableFuture<Void> leaving = leaving();
        waitUntilItBegins();

        assertFalse(departure.stays());
        assertThrows(TimeoutException.class, () -> leaving.get(SOON_MILLIS, TimeUnit.MILLISECONDS));
        assertFalse(departure.stays());
        leaving.get(SOON_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Test
    void aRouterThatAsksNoMoreIsNotWaitedFor() throws Exception {
        assertTrue(departure.stays());

        leaving().get(AT_MOST_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whatIsInFlightIsAnsweredFirst() throws Exception {
        departure.requestBegins();
        CompletableFuture<Void> leaving = leaving();

        assertThrows(TimeoutException.class, () -> leaving.get(SOON_MILLIS, TimeUnit.MILLISECONDS));
        departure.requestEnds();
        leaving.get(SOON_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Test
    void aRequestThatNeverEndsHoldsNobodyUpForEver() throws Exception {
        departure.requestBegins();

        leaving().get(AT_MOST_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> leaving() {
        return CompletableFuture.runAsync(departure::leave);
    }

    private void waitUntilItBegins() throws InterruptedException {
        while (told.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @SuppressWarnings("unchecked")
    private Event<NodeLeaves> told() {
        return (Event<NodeLeaves>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (self, method, given) -> {
                    told.add(given[0]);
                    return null;
                });
    }
}
