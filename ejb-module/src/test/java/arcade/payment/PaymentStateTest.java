package arcade.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PaymentStateTest {
    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    @Test
    void theTableOfLegalTransitionsSaysTheSame() throws IOException {
        TreeSet<String> inCode = Arrays.stream(PaymentState.values())
                .flatMap(from -> from.successors().stream().map(to -> from + " -> " + to))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(String.join("\n", inCode), String.join("\n", inDatabase()));
    }

    private static TreeSet<String> inDatabase() throws IOException {
        try (InputStream migration = PaymentState.class.getResourceAsStream("/db/trade/V1__trade.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            String rows =
                    sql.substring(sql.indexOf("INSERT INTO legal_transition"), sql.indexOf("CREATE TABLE payment ("));
            return PAIR.matcher(rows)
                    .results()
                    .map((MatchResult pair) -> pair.group(1) + " -> " + pair.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
