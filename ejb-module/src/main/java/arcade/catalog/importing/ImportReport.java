package arcade.catalog.importing;

import arcade.catalog.importing.file.Findings;
import java.util.List;

/**
 * What an import did, or in a dry run would do, by products.
 *
 * @param rejected rows and products that did not go in
 * @param pictures what became of pictures that were needed; a dry run loads none
 */
public record ImportReport(
        int created,
        int updated,
        int unchanged,
        List<Findings.Rejected> rejected,
        List<Findings.Notice> notices,
        Pictures pictures,
        boolean dryRun) {

    /** @param unreachable neither in the archive nor fetched, or no picture; a placeholder is shown */
    public record Pictures(int stored, int unreachable) {}
}
