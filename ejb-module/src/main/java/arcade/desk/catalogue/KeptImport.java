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
        OptionalLong undoEntry) {

    public boolean canBeTakenBack() {
        return kept && undone.isEmpty();
    }
}
