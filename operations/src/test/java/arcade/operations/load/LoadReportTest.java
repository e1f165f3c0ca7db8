package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadReportTest {
    private static final LoadPlan PLAN = new LoadPlan(8, 10, 0, 1);
    private final Tally tally = new Tally();

    @Test
    void theDocumentHasTheNamesThatAreDescribed() {
        tally.answered(2_000_000);
        tally.checkout(30_000_000);
        tally.checkout(30_000_000);
        tally.error("timeout");
        tally.refusal("sold_out");
        JsonObject document = document(Map.of("database", 10L, "node1", 25L));

        assertEquals(1, document.get("requests").getAsLong());
        assertEquals(2, document.get("checkouts").getAsLong());
        assertEquals(0.2, document.get("checkouts_per_s").getAsDouble());
        assertEquals(17.5, document.get("cpu_ms_per_checkout").getAsDouble());
        assertEquals(35, document.get("cpu_ms_per_request").getAsDouble());
        assertEquals(1, document.getAsJsonObject("errors").get("timeout").getAsLong());
        assertEquals(1, document.getAsJsonObject("refused").get("sold_out").getAsLong());
        assertEquals(2, document.get("p99_ms").getAsDouble(), 0.1);
        assertEquals(0, document.get("carts_lost").getAsLong());
    }

    @Test
    void withoutACheckoutThereIsNoCostOfOne() {
        assertTrue(document(Map.of()).get("cpu_ms_per_checkout").isJsonNull());
    }

    @Test
    void aTakeoverTellsTheWorstAndTheMiddleRound() {
        TakeoverReport report = TakeoverReport.of(List.of(round(3.0), round(9.5), round(4.0), round(5.0)), tally);

        assertEquals(9.5, report.worstSeconds());
        assertEquals(4.0, report.medianSeconds());
        assertTrue(report.json().contains("\"worst_s\":9.5"));
    }

    private static TakeoverReport.Round round(double seconds) {
        return new TakeoverReport.Round("node1", seconds, 0);
    }

    private JsonObject document(Map<String, Long> cpu) {
        String json =
                LoadReport.of(Mix.API, PLAN, Duration.ofSeconds(10), tally, cpu).json();
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
