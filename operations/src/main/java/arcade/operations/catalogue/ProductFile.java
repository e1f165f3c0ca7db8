package arcade.operations.catalogue;

import arcade.operations.home.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A product CSV in Shopify's format. Only its head and the pictures it names are looked at here; its rows are the
 * shop's to judge.
 */
record ProductFile(Path path) {
    private static final String FIRST_COLUMN = "Handle";
    private static final List<String> PICTURE_COLUMNS = List.of("Image Src", "Variant Image");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String CURE = "give a product CSV in Shopify's format, one that begins with the column Handle";

    /** @throws Failure when it is missing, or its first line is not that of a product CSV */
    static ProductFile at(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Failure("there is no file " + path, "name an existing product CSV");
        }
        ProductFile file = new ProductFile(path);
        file.requireHead();
        return file;
    }

    /** Files beside this one that it names; one that is missing is left out, the shop reports its row. */
    SortedSet<Path> pictures() {
        SortedSet<Path> pictures = new TreeSet<>();
        try (CSVParser rows = parser()) {
            // An unreadable row ends the search for pictures, not the import: the shop names the row and its line.
            Iterator<CSVRecord> row = rows.iterator();
            while (row.hasNext()) {
                addPictures(row.next(), Set.copyOf(rows.getHeaderNames()), pictures);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return pictures;
        }
        return pictures;
    }

    /** The folder that relative names start from. */
    Path folder() {
        return path.toAbsolutePath().normalize().getParent();
    }

    private void addPictures(CSVRecord row, Set<String> columns, Set<Path> pictures) {
        for (String column : PICTURE_COLUMNS) {
            if (columns.contains(column) && row.isSet(column)) {
                picture(row.get(column).strip()).ifPresent(pictures::add);
            }
        }
    }

    /** Relative to the folder and inside it. */
    private Optional<Path> picture(String name) {
        if (name.isEmpty() || name.contains("://")) {
            return Optional.empty();
        }
        try {
            Path file = folder().resolve(name).normalize();
            boolean ours = !Path.of(name).isAbsolute() && file.startsWith(folder()) && Files.isRegularFile(file);
            return ours ? Optional.of(folder().relativize(file)) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void requireHead() {
        try (CSVParser rows = parser()) {
            if (!rows.getHeaderNames().contains(FIRST_COLUMN)) {
                throw new Failure(path + " is no product CSV: its first line has no column " + FIRST_COLUMN, CURE);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new Failure(path + " is no product CSV: " + e.getMessage(), CURE, e);
        }
    }

    private CSVParser parser() throws IOException {
        BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8));
        text.mark(1);
        int first = text.read();
        if (first != BYTE_ORDER_MARK.charAt(0)) {
            text.reset();
        }
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .get()
                .parse(text);
    }
}
