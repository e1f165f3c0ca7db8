package arcade.operations.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LegalStepsTest {
    private static final Path SCHEMA = Path.of("../ejb-module/src/main/resources/db/trade/V1__trade.sql");
    private static final Pattern PAIR = Pattern.compile("^ +\\('([A-Z_]+)', '([A-Z_]+)'\\)[,;]$", Pattern.MULTILINE);

    @Test
    void theAuditorsCopyIsWhatTheDatabaseAllows() throws IOException {
        String schema = Files.readString(SCHEMA);
        List<MatchResult> pairs = PAIR.matcher(schema).results().toList();

        assertTrue(pairs.stream().allMatch(pair -> LegalSteps.allow(pair.group(1), pair.group(2))));
        assertEquals(LegalSteps.size(), pairs.size());
    }
}
