package arcade.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentStateTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/trade");
    private static final Pattern INSERTED = Pattern.compile("INSERT INTO legal_transition [^;]+;");
    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    @Test
    void theTableOfLegalTransitionsSaysTheSame() throws IOException {
        TreeSet<String> inCode = Arrays.stream(PaymentState.values())
                .flatMap(from -> from.successors().stream().map(to -> from + " -> " + to))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", inCode), String.join("\n", inDatabase()));
    }

    /** Every migration may add pairs; none takes one away. */
    private static TreeSet<String> inDatabase() throws IOException {
        TreeSet<String> pairs = new TreeSet<>();
        try (DirectoryStream<Path> migrations = Files.newDirectoryStream(MIGRATIONS, "V*.sql")) {
            for (Path migration : migrations) {
                for (MatchResult rows :
                        INSERTED.matcher(Files.readString(migration)).results().toList()) {
                    for (MatchResult pair : PAIR.matcher(rows.group()).results().toList()) {
                        pairs.add(pair.group(1) + " -> " + pair.group(2));
                    }
                }
            }
        }
        return pairs;
    }
}
