package arcade.operations.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportTest {
    private static final ImportReport.Rejected BAD = new ImportReport.Rejected(7, "mug", "the price is no number");

    @Test
    void allInIsZeroSomeRefusedIsThreeNothingIsOne() {
        assertEquals(0, report(2, List.of()).exitCode());
        assertEquals(0, report(0, List.of()).exitCode());
        assertEquals(3, report(2, List.of(BAD)).exitCode());
        assertEquals(1, report(0, List.of(BAD)).exitCode());
    }

    @Test
    void aRefusedRowIsShownWithLineAndReason() {
        List<String> lines = report(2, List.of(BAD)).lines();

        assertTrue(lines.contains("line  handle  rejected because"), lines.toString());
        assertTrue(lines.contains("   7  mug     the price is no number"), lines.toString());
    }

    private static ImportReport report(int created, List<ImportReport.Rejected> rejected) {
        return new ImportReport(created, 0, 0, rejected, null, null, false);
    }
}
