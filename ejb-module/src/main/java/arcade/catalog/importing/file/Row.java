package arcade.catalog.importing.file;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One row. Cells are stripped; a missing column is an empty cell.
 *
 * @param line of the file it begins on, from 1
 * @param problem why its cells cannot be trusted
 */
record Row(long line, Map<Column, String> cells, Optional<String> problem) {

    String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return !text(column).isEmpty();
    }

    boolean hasAnyOf(Iterable<Column> columns) {
        for (Column column : columns) {
            if (has(column)) {
                return true;
            }
        }
        return false;
    }

    void check() throws RowRefused {
        if (problem.isPresent()) {
            throw new RowRefused(line, problem.get());
        }
    }

    /** On one line and not longer than that. */
    String line(Column column, int most) throws RowRefused {
        String text = text(column).replaceAll("\\p{Cntrl}+", " ");
        if (text.length() > most) {
            throw refused(column, "is longer than " + most + " characters");
        }
        return text;
    }

    boolean flag(Column column, boolean whenEmpty) throws RowRefused {
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "" -> whenEmpty;
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(column, "is neither true nor false: " + shown(column));
        };
    }

    RowRefused refused(Column column, String reason) {
        return new RowRefused(line, column.title() + " " + reason);
    }

    /** The cell's text as a reason quotes it, cut if it is long. */
    String shown(Column column) {
        String text = text(column).replaceAll("\\p{Cntrl}+", " ");
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
