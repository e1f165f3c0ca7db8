package arcade.operations.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ProofPageTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void everyFaultIsMarkedAndNothingComesFromElsewhere() {
        Trial trial = new Trial("2", "crash of the till");
        trial.trials(1, "crashes");
        trial.times("takeover, s", List.of(4.5, 5.5));
        trial.violation("<script>alert(1)</script>");
        Proof proof = new Proof(
                ProvePlan.of(7, 1, 1, "2"),
                NOON,
                NOON.plusSeconds(60),
                "0.1.0",
                3,
                List.of(trial),
                List.of(new Timeline.Mark(NOON.plusSeconds(5), "2", "kill", "node1 kill -9")),
                List.of(new Rates(NOON.getEpochSecond() + 1, 12)),
                List.of(),
                Map.of(),
                null);

        Document page = Jsoup.parse(new ProofPage(proof).html());

        assertEquals(0, page.select("script, link, img, iframe").size());
        assertFalse(page.html().contains("http://") || page.html().contains("https://"));
        assertTrue(page.select("svg title").text().contains("node1 kill -9"));
        assertTrue(page.select("td.bad").text().contains("BROKEN"));
    }
}
