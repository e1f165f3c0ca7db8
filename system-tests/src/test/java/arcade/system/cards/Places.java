package arcade.system.cards;

import arcade.system.harness.Command;
import arcade.system.harness.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a card's number could have been left. Each place tells what it found, with where, and never the number. */
final class Places {
    private static final Duration DUMPED_WITHIN = Duration.ofSeconds(60);

    /** What has twelve digits more after a digit can be a number; whether it is one, is decided here, not there. */
    private static final String DIGITS = "[0-9]([ -]?[0-9]){12}";

    private final List<KnownNumber> known;

    /** @param known numbers that were really typed: they are found in any form, others by {@link CardNumbers} */
    Places(List<String> known) {
        this.known = known.stream().map(KnownNumber::new).toList();
    }

    /** Every column of every table of every schema, whatever its type. */
    List<String> database(Database database) throws IOException {
        List<String> found = new ArrayList<>();
        Map<String, List<String>> tables = database
                .rows("SELECT CONCAT('`', table_schema, '`.`', table_name, '`') t, column_name c"
                        + " FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)"
                        + " WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row.get("t"),
                        Collectors.mapping(row -> (String) row.get("c"), Collectors.toList())));
        for (Map.Entry<String, List<String>> table : tables.entrySet()) {
            for (String column : table.getValue()) {
                // As Latin letters: bytes stay what they are, and what has no place there is no digit.
                String value = "CONVERT(`" + column + "` USING latin1)";
                for (Map<String, Object> row : database.rows("SELECT " + value + " v FROM " + table.getKey() + " WHERE "
                        + value + " REGEXP '" + DIGITS + "'")) {
                    look(table.getKey() + "." + column, (String) row.get("v"), found);
                }
            }
        }
        return found;
    }

    /** Text files of a folder and below it. */
    List<String> logs(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    int[] number = {0};
                    lines.forEach(line -> look(file.getFileName() + ":" + ++number[0], line, found));
                }
            }
        }
        return found;
    }

    /**
     * All objects of a Java process, dead ones too: its sessions, and the copies of other nodes' sessions as they are serialized. Only
     * known numbers are looked for: in a heap there are too many digits by chance.
     */
    List<String> memory(String name, long process, Path folder) throws IOException {
        Path dump = folder.resolve(name + "-" + process + ".hprof");
        try {
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            new Command(folder)
                    .within(DUMPED_WITHIN)
                    .run(List.of(jcmd, Long.toString(process), "GC.heap_dump", "-all", dump.toString()))
                    .expect(0);
            if (!Files.exists(dump)) {
                throw new AssertionError("no picture of the memory of " + name + " was written to " + dump);
            }
            return isKnownIn(dump) ? List.of("memory of " + name) : List.of();
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    private boolean isKnownIn(Path file) throws IOException {
        for (KnownNumber number : known) {
            if (number.isIn(file)) {
                return true;
            }
        }
        return false;
    }

    private void look(String where, String text, List<String> found) {
        if (!CardNumbers.in(text).isEmpty() || known.stream().anyMatch(number -> isIn(number, text))) {
            found.add(where);
        }
    }

    private static boolean isIn(KnownNumber number, String text) {
        try {
            return number.isIn(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
