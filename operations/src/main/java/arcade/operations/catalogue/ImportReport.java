package arcade.operations.catalogue;

import arcade.operations.home.Exit;
import arcade.operations.text.Table;
import java.util.ArrayList;
import java.util.List;

/** What an import did, or would do, as the node tells it at its end. */
record ImportReport(
        int created,
        int updated,
        int unchanged,
        List<Rejected> rejected,
        List<Notice> notices,
        Pictures pictures,
        boolean dryRun) {
    /** More lines than anybody reads; the counts are always complete. */
    private static final int SHOWN = 500;

    record Rejected(int line, String handle, String reason) {}

    record Notice(int line, String text) {}

    record Pictures(int stored, int unreachable) {}

    /** Gson leaves out what the answer leaves out. */
    ImportReport {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
        notices = notices == null ? List.of() : List.copyOf(notices);
        pictures = pictures == null ? new Pictures(0, 0) : pictures;
    }

    /** 0: all went in; 1: nothing did; 3: some rows were refused. */
    int exitCode() {
        if (rejected.isEmpty()) {
            return Exit.DONE;
        }
        return created + updated + unchanged == 0 ? Exit.FAILED : Exit.DEGRADED;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(new Table(dryRun ? "would be" : "", "number")
                .row("created", created)
                .row("updated", updated)
                .row("unchanged", unchanged)
                .row("rejected", rejected.size())
                .row("pictures stored", pictures.stored())
                .row("pictures out of reach", pictures.unreachable())
                .lines());
        if (!rejected.isEmpty()) {
            Table table = new Table("line", "handle", "rejected because");
            rejected.stream().limit(SHOWN).forEach(row -> table.row(row.line(), row.handle(), row.reason()));
            append(lines, table, rejected.size());
        }
        if (!notices.isEmpty()) {
            Table table = new Table("line", "notice");
            notices.stream().limit(SHOWN).forEach(row -> table.row(row.line(), row.text()));
            append(lines, table, notices.size());
        }
        return lines;
    }

    /** One line, for who asked for more than one import. */
    String summary() {
        return created + " created, " + updated + " updated, " + unchanged + " unchanged, " + rejected.size()
                + " rejected, " + pictures.stored() + " pictures";
    }

    private static void append(List<String> lines, Table table, int all) {
        lines.add("");
        lines.addAll(table.lines());
        if (all > SHOWN) {
            lines.add("… and " + (all - SHOWN) + " more");
        }
    }
}
