package arcade.till.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.reconcile.Sweep.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant END = NOW.minusSeconds(120);
    private final Sweep sweep = new Sweep("fresh", Duration.ofSeconds(120));

    @Test
    void staysBehindThePresentByItsLag() {
        Slice slice = next(END.minusSeconds(300)).orElseThrow();

        assertEquals(END.minusSeconds(300), slice.from());
        assertEquals(END.minusSeconds(360), slice.madeFrom());
        assertEquals(END, slice.to());
        assertEquals(Optional.empty(), next(END));
        assertEquals(Optional.empty(), next(NOW.plusSeconds(3_600)));
    }

    @Test
    void theFirstOneEverLooksAQuarterOfAnHourBack() {
        Slice slice = sweep.next(Optional.empty(), NOW, Duration.ZERO).orElseThrow();

        assertEquals(END.minusSeconds(900), slice.from());
    }

    @Test
    void aNewTillLooksAtTheLastQuarterOfAnHourAgain() {
        Slice slice = sweep.next(Optional.of(END), NOW, Duration.ofMinutes(15)).orElseThrow();

        assertEquals(END.minusSeconds(900), slice.from());
        assertEquals(END, slice.to());
    }

    @Test
    void afterALongAbsenceItGoesOnWhereItStoppedWithoutAGap() {
        Instant until = END.minus(Duration.ofHours(5));
        int slices = 0;
        for (Optional<Slice> slice = next(until); slice.isPresent(); slice = next(until)) {
            assertEquals(until, slice.get().from());
            until = slice.get().to();
            sweep.ended(true);
            slices++;
        }

        assertEquals(END, until);
        assertEquals(5, slices);
    }

    @Test
    void whatHoldsTooMuchIsCutInHalfDownToASecond() {
        Instant until = END.minus(Duration.ofHours(1));
        Slice slice = next(until).orElseThrow();
        for (int i = 0; i < 20 && !slice.isSmallest(); i++) {
            Slice half;
            sweep.ended(false);
            half = next(until).orElseThrow();
            assertTrue(half.to().isBefore(slice.to()));
            slice = half;
        }

        assertTrue(slice.isSmallest());
        assertEquals(until.plusSeconds(1), slice.to());
        sweep.ended(true);
        assertEquals(until.plusSeconds(2), next(until).orElseThrow().to());
    }

    private Optional<Slice> next(Instant until) {
        return sweep.next(Optional.of(until), NOW, Duration.ZERO);
    }
}
