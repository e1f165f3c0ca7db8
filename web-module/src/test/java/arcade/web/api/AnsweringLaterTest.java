package arcade.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.trace.Trace;
import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnsweringLaterTest {
    @AfterEach
    void nobodysThread() {
        Trace.end();
    }

    @Test
    void theOtherThreadWorksUnderTheRequestsTrace() {
        Trace trace = Trace.random();
        AtomicReference<Optional<Trace>> seen = new AtomicReference<>(Optional.empty());
        trace.begin();

        Runnable later = Later.resume(nobody(), () -> {
            seen.set(Trace.present());
            return null;
        });
        CompletableFuture.runAsync(later).join();

        assertEquals(Optional.of(trace), seen.get());
    }

    private static AsyncResponse nobody() {
        return (AsyncResponse) Proxy.newProxyInstance(
                AsyncResponse.class.getClassLoader(),
                new Class<?>[] {AsyncResponse.class},
                (proxy, method, given) -> true);
    }
}
