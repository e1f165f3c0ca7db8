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
    private static final Pattern INSERTED = Pattern.compile("INSERT INTO legal_transition [^;]+;");
    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    @Test
    void theAuditorsCopyIsWhatTheDatabaseAllows() throws IOException {
        List<MatchResult> pairs = new ArrayList<>();
        try (DirectoryStream<Path> migrations = Files.newDirectoryStream(MIGRATIONS, "V*.sql")) {
            for (Path migration : migrations) {
                INSERTED.matcher(Files.readString(migration))
                        .results()
                        .flatMap(rows -> PAIR.matcher(rows.group()).results())
                        .forEach(pairs::add);
            }
        }

        assertTrue(pairs.stream().allMatch(pair -> LegalSteps.allow(pair.group(1), pair.group(2))));
        assertEquals(LegalSteps.size(), pairs.size());
    }
}
