package arcade.operations.audit;

import arcade.operations.database.Access;
import arcade.operations.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One audit, for another command that goes on with what it found.
 *
 * @param violations by code, I1 to I12; all codes are there
 * @param sentences what was found, by code; the first hundred of each
 * @param json the object of {@code ./arcade audit --json}
 * @param lines the table of {@code ./arcade audit}
 */
public record AuditRun(
        Map<String, Integer> violations, Map<String, List<String>> sentences, String json, List<String> lines) {

    /**
     * @param settle how long payments that are open now may take
     * @param records what clients were told
     * @throws arcade.operations.home.Failure when the ledger, the database or the records cannot be read
     */
    public static AuditRun of(Home home, Duration settle, Path records) throws InterruptedException {
        try (ShopReader shop = new ShopReader(Access.of(home).asAuditor())) {
            Evidence evidence =
                    new Auditor(LedgerReader.of(home.cluster().gateway()), shop, settle).gather(Optional.of(records));
            AuditReport report = AuditReport.of(evidence);
            return new AuditRun(report.violationsByCode(), report.sentences(), report.json(), report.lines());
        }
    }

    public boolean clean() {
        return violations.values().stream().allMatch(count -> count == 0);
    }
}
