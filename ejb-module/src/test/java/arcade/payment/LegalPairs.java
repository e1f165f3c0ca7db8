package arcade.payment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the migrations insert into a table of legal transitions. Every migration may add pairs; none takes one away. */
final class LegalPairs {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/trade");
    private static final Pattern PAIR = Pattern.compile("\\('([A-Z_]+)', '([A-Z_]+)'\\)");

    private LegalPairs() {}

    /** As lines {@code FROM -> TO}. */
    static Set<String> of(String table) throws IOException {
        Pattern inserted = Pattern.compile("INSERT INTO " + table + " [^;]+;");
        Set<String> pairs = new TreeSet<>();
        try (DirectoryStream<Path> migrations = Files.newDirectoryStream(MIGRATIONS, "V*.sql")) {
            for (Path migration : migrations) {
                for (MatchResult rows :
                        inserted.matcher(Files.readString(migration)).results().toList()) {
                    for (MatchResult pair : PAIR.matcher(rows.group()).results().toList()) {
                        pairs.add(pair.group(1) + " -> " + pair.group(2));
                    }
                }
            }
        }
        return pairs;
    }
}
