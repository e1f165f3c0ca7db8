package arcade.catalog.importing.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file in UTF-8, with or without a byte order mark, one by one. */
final class CsvRows implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern PARSER_LINE = Pattern.compile("line:? (\\d+)");

    private final ImportLimits limits;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<Integer, Column> columns;
    private final int width;
    private long line;
    private int rows;

    private CsvRows(CSVParser parser, ImportLimits limits) {
        this.parser = parser;
        this.limits = limits;
        this.records = parser.iterator();
        CSVRecord header = record().orElseThrow(() -> new MalformedFile(1, "the file is empty"));
        width = header.size();
        columns = columns(header);
    }

    /** @throws MalformedFile too large, not UTF-8, empty, or without the header of a product file */
    static CsvRows open(Path file, ImportLimits limits) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            throw new MalformedFile(1, "the file is larger than " + limits.fileBytes() + " bytes");
        }
        Utf8.check(file);
        Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new CsvRows(CSVFormat.RFC4180.parse(text), limits);
    }

    /**
     * The next row that is not blank. A row of another width than the header carries that as its problem.
     *
     * @throws MalformedFile the text is no CSV from here on, or a limit is passed
     */
    Optional<Row> next() {
        for (Optional<CSVRecord> next = record(); next.isPresent(); next = record()) {
            CSVRecord record = next.get();
            if (!isBlank(record)) {
                if (++rows > limits.rows()) {
                    throw new MalformedFile(line, "the file has more than " + limits.rows() + " rows");
                }
                return Optional.of(row(record));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Row row(CSVRecord record) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        columns.forEach((index, column) -> {
            if (index < record.size()) {
                cells.put(column, cell(record, index));
            }
        });
        Optional<String> problem = record.size() == width
                ? Optional.empty()
                : Optional.of("the row has " + record.size() + " values, the header " + width);
        return new Row(line, cells, problem);
    }

    private String cell(CSVRecord record, int index) {
        String text = record.get(index).strip();
        if (text.length() > limits.fieldCharacters()) {
            throw new MalformedFile(
                    line,
                    "a field is longer than " + limits.fieldCharacters()
                            + " characters; perhaps a quote before it is not closed");
        }
        return text;
    }

    /** Remembers the line that the record begins on. */
    private Optional<CSVRecord> record() {
        line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw malformed(e.getCause().getMessage());
        }
    }

    private MalformedFile malformed(String message) {
        Matcher found = PARSER_LINE.matcher(message);
        long where = found.find() ? Long.parseLong(found.group(1)) : line;
        return message.contains("EOF reached before")
                ? new MalformedFile(line, "a quote that opens in this row is never closed")
                : new MalformedFile(where, "a quoted field goes on after its closing quote");
    }

    private Map<Integer, Column> columns(CSVRecord header) {
        if (header.size() > limits.columns()) {
            throw new MalformedFile(1, "the header has more than " + limits.columns() + " columns");
        }
        Map<String, Column> byTitle = new HashMap<>();
        for (Column column : Column.values()) {
            byTitle.put(column.title().toLowerCase(Locale.ROOT), column);
        }
        Map<Integer, Column> found = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Column column = byTitle.get(header.get(i).strip().toLowerCase(Locale.ROOT));
            if (column != null) {
                if (found.containsValue(column)) {
                    throw new MalformedFile(1, "the column \"" + column.title() + "\" is there twice");
                }
                found.put(i, column);
            }
        }
        for (Column column : Column.NEEDED) {
            if (!found.containsValue(column)) {
                throw new MalformedFile(
                        1, "the column \"" + column.title() + "\" is missing: not a product file of Shopify");
            }
        }
        return found;
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}
