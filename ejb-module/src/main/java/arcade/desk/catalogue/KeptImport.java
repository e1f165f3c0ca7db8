package arcade.desk.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An import that was done at the desk.
 *
 * @param who by mail address
 * @param finished empty: it runs, or broke off with a part in
 * @param products it wrote
 * @param kept what was before it is known
 * @param entry its line in the log
 * @param undone when it was taken back
 * @param undoEntry the line of the log that says how
 * @param stockDue its products were taken back, and some of its pieces not yet
 * @param shortOf SKUs of which fewer pieces were left than had to go
 */
public record KeptImport(
        long number,
        long store,
        String who,
        Instant started,
        Optional<Instant> finished,
        int products,
        boolean kept,
        OptionalLong entry,
        Optional<Instant> undone,
        OptionalLong undoEntry,
        boolean stockDue,
        int shortOf) {

    public boolean canBeTakenBack() {
        return kept && undone.isEmpty();
    }
}
