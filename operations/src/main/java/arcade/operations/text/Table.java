package arcade.operations.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows in columns that line up; a column of numbers is set to the right. Trailing blanks are cut. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(Object... headings) {
        row(headings);
    }

    /** @throws IllegalArgumentException when the row has not as many cells as there are headings */
    public Table row(Object... cells) {
        if (!rows.isEmpty() && rows.get(0).size() != cells.length) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells, not " + rows.get(0).size());
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    public List<String> lines() {
        List<Column> columns = new ArrayList<>();
        for (int index = 0; index < rows.get(0).size(); index++) {
            columns.add(column(index));
        }
        return rows.stream().map(row -> line(row, columns)).toList();
    }

    private record Column(int width, boolean numeric) {
        String set(String cell) {
            String blanks = " ".repeat(width - cell.length());
            return numeric ? blanks + cell : cell + blanks;
        }
    }

    private Column column(int index) {
        List<String> cells = rows.stream().map(row -> row.get(index)).toList();
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        boolean numeric = cells.size() > 1 && cells.stream().skip(1).allMatch(cell -> cell.matches("-?[0-9][0-9.,]*"));
        return new Column(width, numeric);
    }

    private static String line(List<String> row, List<Column> columns) {
        List<String> cells = new ArrayList<>();
        for (int index = 0; index < row.size(); index++) {
            cells.add(columns.get(index).set(row.get(index)));
        }
        return String.join(GAP, cells).stripTrailing();
    }
}
