package arcade.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final Trace TRACE = new Trace(ID);

    @AfterEach
    void nobodysThread() {
        Trace.end();
    }

    @Test
    void aHeaderNamesIt() {
        assertEquals(Optional.of(TRACE), Trace.ofParent("00-" + ID + "-b7ad6b7169203331-01"));
    }

    @Test
    void whatIsNotExactlyAHeaderNamesNothing() {
        List<String> wrong = List.of(
                "",
                ID,
                "00-" + ID + "-b7ad6b7169203331",
                "00-" + ID + "-b7ad6b7169203331-01\n",
                "00-" + ID + "-b7ad6b7169203331-01-more",
                "01-" + ID + "-b7ad6b7169203331-01",
                "00-" + ID.toUpperCase(java.util.Locale.ROOT) + "-b7ad6b7169203331-01",
                "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
                "00-" + ID + "-" + "0".repeat(16) + "-01",
                "00-\",\"level\":\"SEVERE\"-b7ad6b7169203331-01");

        for (String header : wrong) {
            assertEquals(Optional.empty(), Trace.ofParent(header), header);
        }
        assertEquals(Optional.empty(), Trace.ofParent(null));
        assertEquals(Optional.empty(), Trace.of(null));
        assertThrows(IllegalArgumentException.class, () -> new Trace(ID + "\n"));
    }

    @Test
    void aCallCarriesItUnderAnIdOfItsOwn() {
        assertEquals(Optional.of(TRACE), Trace.ofParent(TRACE.parent()));
        assertNotEquals(TRACE.parent(), TRACE.parent());
        assertNotEquals(Trace.random(), Trace.random());
    }

    @Test
    void anotherThreadGetsItByHand() {
        AtomicReference<Optional<Trace>> seen = new AtomicReference<>();
        TRACE.begin();

        CompletableFuture.runAsync(() -> seen.set(Trace.present())).join();
        Optional<Trace> without = seen.get();
        CompletableFuture.runAsync(Trace.carried(() -> seen.set(Trace.present())))
                .join();

        assertEquals(Optional.empty(), without);
        assertEquals(Optional.of(TRACE), seen.get());
    }

    @Test
    void aThreadIsLeftAsItWas() {
        Trace other = Trace.random();
        TRACE.begin();

        assertThrows(
                IllegalStateException.class,
                () -> other.during(() -> {
                    assertEquals(Optional.of(other), Trace.present());
                    throw new IllegalStateException();
                }));

        assertEquals(Optional.of(TRACE), Trace.present());
        Trace.end();
        other.during(() -> {});
        assertEquals(Optional.empty(), Trace.present());
    }
}
