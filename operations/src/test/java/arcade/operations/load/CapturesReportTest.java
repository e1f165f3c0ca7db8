package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapturesReportTest {
    private static final long SECOND = 1_000_000;
    private static final Map<String, Long> CPU = Map.of("database", 100L, "gateway", 50L, "node2", 200L, "node1", 7L);

    @Test
    void theSecondsEndWithTheLastCaptureInWhateverOrderTheyCome() {
        JsonObject report = report(List.of(4 * SECOND, SECOND, 2 * SECOND, 3 * SECOND), new OrderNumbers(4, 4, 1, 4));

        assertEquals(4, report.get("captured").getAsInt());
        assertEquals(4.0, report.get("seconds").getAsDouble());
        assertEquals(1.0, report.get("captures_per_s").getAsDouble());
        assertEquals(3.0, report.get("calls_per_s").getAsDouble());
        assertTrue(report.get("captures_per_s_best_10s").isJsonNull());
    }

    @Test
    void theBestTenSecondsAreTenWholeOnesInARow() {
        List<Long> paid = new ArrayList<>();
        // One in each of the seconds 0 to 19, and four more in each of 5 to 14: those ten are the best.
        for (int second = 0; second < 20; second++) {
            paid.addAll(Collections.nCopies(second >= 5 && second < 15 ? 5 : 1, second * SECOND + 1));
        }
        // A crowd in the last second, which is not whole.
        paid.addAll(Collections.nCopies(500, 20 * SECOND));

        assertEquals(
                5.0,
                report(paid, new OrderNumbers(560, 560, 1, 560))
                        .get("captures_per_s_best_10s")
                        .getAsDouble());
    }

    @Test
    void whatAPaymentCostsIsToldByPart() {
        JsonObject cost = report(Collections.nCopies(100, SECOND), new OrderNumbers(100, 100, 1, 100))
                .getAsJsonObject("cpu_ms_per_payment");

        assertEquals(2.0, cost.get("till").getAsDouble());
        assertEquals(1.0, cost.get("database").getAsDouble());
        assertEquals(0.5, cost.get("gateway").getAsDouble());
    }

    @Test
    void nothingCapturedCostsNothing() {
        JsonObject report = report(List.of(), new OrderNumbers(0, 0, 1, 0));

        assertEquals(0, report.get("captures_per_s").getAsInt());
        assertEquals(0, report.getAsJsonObject("cpu_ms_per_payment").size());
        assertTrue(report.get("gap_free").getAsBoolean());
    }

    @Test
    void aGapADoubleAndAFalseStartAreNotGapFree() {
        assertTrue(new OrderNumbers(3, 3, 1, 3).gapFree());
        assertFalse(new OrderNumbers(3, 3, 1, 4).gapFree(), "1, 2, 4");
        assertFalse(new OrderNumbers(3, 2, 1, 3).gapFree(), "1, 3, 3");
        assertFalse(new OrderNumbers(3, 2, 1, 2).gapFree(), "1, 2, 2");
        assertFalse(new OrderNumbers(3, 3, 2, 4).gapFree(), "2, 3, 4");
    }

    @Test
    void thePlanIsBounded() {
        assertEquals(6000, new CapturesPlan(6000, 500).payments());
        assertEquals(
                Exit.USAGE,
                assertThrows(Failure.class, () -> new CapturesPlan(50_001, 500)).exitCode());
        assertEquals(
                Exit.USAGE,
                assertThrows(Failure.class, () -> new CapturesPlan(1, 5_001)).exitCode());
    }

    @Test
    void busyCoresAreAllTicksButTheIdleAndWaitingOnes() {
        Cores.Ticks before = Cores.Ticks.read(List.of("cpu  10 0 10 100 20 0 0 0 5 0", "cpu0 5 0 5 50 10 0 0 0 5 0"));
        Cores.Ticks after = Cores.Ticks.read(List.of("cpu  20 5 20 160 30 0 5 0 9 0"));

        assertEquals(0.3, after.shareSince(before), 1e-9);
        assertEquals(0, before.shareSince(before));
    }

    private static JsonObject report(List<Long> paid, OrderNumbers numbers) {
        CapturesReport.Seen seen =
                new CapturesReport.Seen(paid, Map.of(), 3L * paid.size(), List.of(10L, 20L), CPU, 1.5, numbers);
        String json =
                CapturesReport.of(new CapturesPlan(600, 500), seen, "node2").json();
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
