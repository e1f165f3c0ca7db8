package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class AuditReportTest {
    private final Scene scene = Scene.agreeing();

    @Test
    void allInvariantsHoldWhileAllAgree() {
        AuditReport report = AuditReport.of(scene.evidence());

        assertTrue(report.clean());
        assertEquals(12, Invariant.ALL.size());
        assertTrue(report.lines().contains("clean: 3 orders, 3 payments and 4 movements of money"));
    }

    @Test
    void offendingRowsAreShownButNotWithoutEnd() {
        for (int i = 0; i < 150; i++) {
            scene.moved("captured", "stranger" + i, 5);
        }
        AuditReport report = AuditReport.of(scene.evidence());

        assertFalse(report.clean());
        assertTrue(report.lines().contains("  charge ch-stranger0 of 5 eur belongs to no order"));
        assertTrue(report.lines().contains("  … and 140 more; the first 100 are in --json"));
        assertTrue(report.lines().contains("150 violations in 3 orders, 3 payments and 154 movements of money"));
    }

    @Test
    void theDocumentCarriesTheRows() {
        scene.moved("captured", "stranger", 5);
        JsonObject document =
                JsonParser.parseString(AuditReport.of(scene.evidence()).json()).getAsJsonObject();

        assertFalse(document.get("clean").getAsBoolean());
        JsonObject second = document.getAsJsonArray("invariants").get(1).getAsJsonObject();
        assertEquals("I2", second.get("code").getAsString());
        assertEquals("BROKEN", second.get("verdict").getAsString());
        assertEquals(1, second.get("violations").getAsInt());
        JsonObject row = second.getAsJsonArray("rows").get(0).getAsJsonObject().getAsJsonObject("row");
        assertEquals("ch-stranger", row.get("id").getAsString());
    }
}
