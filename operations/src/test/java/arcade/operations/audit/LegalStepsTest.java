package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LegalStepsTest {
    private static final Path MIGRATIONS = Path.of("../ejb-module/src/main/resources/db/trade");
    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    @Test
    void theAuditorsCopyIsWhatTheDatabaseAllows() throws IOException {
        same(LegalSteps.PAYMENT, inserted("legal_transition"));
    }

    @Test
    void theSameForRefunds() throws IOException {
        same(LegalSteps.REFUND, inserted("legal_refund_transition"));
    }

    private static void same(LegalSteps copy, List<MatchResult> pairs) {
        assertTrue(pairs.stream().allMatch(pair -> copy.allow(pair.group(1), pair.group(2))));
        assertEquals(copy.size(), pairs.size());
    }

    private static List<MatchResult> inserted(String table) throws IOException {
        Pattern insert = Pattern.compile("INSERT INTO " + table + " [^;]+;");
        List<MatchResult> pairs = new ArrayList<>();
        try (DirectoryStream<Path> migrations = Files.newDirectoryStream(MIGRATIONS, "V*.sql")) {
            for (Path migration : migrations) {
                insert.matcher(Files.readString(migration))
                        .results()
                        .flatMap(rows -> PAIR.matcher(rows.group()).results())
                        .forEach(pairs::add);
            }
        }
        return pairs;
    }
}
