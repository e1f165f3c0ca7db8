package arcade.catalog.importing.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the pictures of a product: each source once, by the file's positions, then in the file's order. */
final class PictureMaker {
    private static final int LONGEST_SOURCE = 2000;
    private static final int LONGEST_ALT = 512;
    private static final int LAST = Integer.MAX_VALUE;

    private record Placed(int position, PictureDraft picture) {}

    private PictureMaker() {}

    /** A bad picture is told and left out; the product goes in without it. */
    static List<PictureDraft> pictures(String handle, List<Row> rows, ImportLimits limits, Findings findings) {
        Map<String, Placed> bySource = new LinkedHashMap<>();
        for (Row row : rows) {
            try {
                if (row.problem().isEmpty()) {
                    add(row, bySource);
                }
            } catch (RowRefused e) {
                findings.reject(e.line(), handle, e.getMessage());
            }
        }
        if (bySource.size() > limits.pictures()) {
            findings.notice(
                    rows.get(0).line(), handle + ": only the first " + limits.pictures() + " pictures are taken");
        }
        List<Placed> placed = new ArrayList<>(bySource.values());
        placed.sort(Comparator.comparingInt(Placed::position));
        return placed.stream().map(Placed::picture).limit(limits.pictures()).toList();
    }

    /** The source in a cell, or an empty text. */
    static String source(Row row, Column column) throws RowRefused {
        String source = row.line(column, LONGEST_SOURCE);
        return source.startsWith("//") ? "https:" + source : source;
    }

    private static void add(Row row, Map<String, Placed> bySource) throws RowRefused {
        String source = source(row, Column.IMAGE);
        if (!source.isEmpty()) {
            String alt = row.line(Column.IMAGE_ALT, LONGEST_ALT);
            bySource.putIfAbsent(source, new Placed(position(row), new PictureDraft(row.line(), source, alt)));
        }
        String own = source(row, Column.VARIANT_IMAGE);
        if (!own.isEmpty()) {
            bySource.putIfAbsent(own, new Placed(LAST, new PictureDraft(row.line(), own, "")));
        }
    }

    private static int position(Row row) throws RowRefused {
        String text = row.text(Column.IMAGE_POSITION);
        if (text.isEmpty()) {
            return LAST;
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw row.refused(Column.IMAGE_POSITION, "is not a number from 1: " + row.shown(Column.IMAGE_POSITION));
        }
        return Integer.parseInt(text);
    }
}
