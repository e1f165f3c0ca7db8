package arcade.web.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of expectations: {@code address of the deployment | what is asked | one column for each kind of person | body}. Empty in
 * the second column is the same as the first. Several methods are joined by a plus, and so are their answers by a slash.
 */
record AccessTable(List<String> people, List<Row> rows) {

    /** @param expected by person, as the table has it: a status, and "hers" where the answer tells something of Ann's */
    record Row(String key, String method, String address, Map<String, String> expected, String body) {
        boolean isForm() {
            return method.equals("POST") && !address.startsWith("/api/") && !address.startsWith("/webhooks/");
        }

        boolean endsASession() {
            return method.equals("POST") && address.endsWith("/sign-out");
        }

        /** The body's, of a form. */
        Map<String, String> fields() {
            return Stream.of(body.split("&"))
                    .filter(field -> field.contains("="))
                    .collect(Collectors.toMap(field -> field.split("=")[0], field -> field.split("=", 2)[1]));
        }
    }

    static AccessTable read(String file) {
        List<String[]> lines;
        try (InputStream in = AccessTable.class.getResourceAsStream(file)) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        String[] head = lines.get(0);
        List<String> people = List.of(head).subList(2, head.length - 1);
        List<Row> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            if (line.length != head.length) {
                throw new IllegalArgumentException(file + " has a line of " + line.length + " columns in place of "
                        + head.length + ": " + String.join(" | ", line));
            }
            rows.addAll(rows(people, line));
        }
        return new AccessTable(people, rows);
    }

    private static List<Row> rows(List<String> people, String[] line) {
        String asked = line[1].isEmpty() ? line[0] : line[1];
        String[] methods = asked.split(" ", 2)[0].split("\\+");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < methods.length; i++) {
            Map<String, String> expected = new LinkedHashMap<>();
            for (int column = 0; column < people.size(); column++) {
                String[] cells = line[2 + column].split("/");
                expected.put(people.get(column), cells[Math.min(i, cells.length - 1)].strip());
            }
            String key = line[0].split(" ")[0].contains("+")
                    ? line[0].split(" ")[0].split("\\+")[i] + " " + line[0].split(" ", 2)[1]
                    : line[0];
            rows.add(new Row(key, methods[i], asked.split(" ", 2)[1], expected, line[line.length - 1]));
        }
        return rows;
    }
}
