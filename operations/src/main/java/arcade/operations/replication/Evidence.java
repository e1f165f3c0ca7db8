package arcade.operations.replication;

import arcade.operations.home.Failure;
import arcade.operations.host.Site;
import arcade.operations.process.Tool;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Whether it can be shown that the replica has everything a dead primary acknowledged.
 *
 * @param shown false: it may, but nobody can tell
 * @param sentence what it rests on
 */
record Evidence(boolean shown, String sentence) {
    /** The last sign of life may be this much older than the death: events sleep a tenth of a second, and share a processor. */
    private static final Duration SIGN_MAY_BE_LATE = Duration.ofMillis(500);

    /**
     * @param site of the dead primary, whose process has ended
     * @param data its folder
     * @param replica has applied all it received
     */
    static Evidence of(Site site, Path data, DatabasePeer replica) {
        return of(lastSignOfLife(site, data), Witness.provenAt(replica).map(at -> at.toInstant(ZoneOffset.UTC)));
    }

    static Evidence of(Optional<Instant> lastSign, Optional<Instant> proven) {
        if (lastSign.isEmpty()) {
            return new Evidence(false, "the disk of the dead primary cannot be read, so nobody knows when it died");
        }
        if (proven.isEmpty()) {
            return new Evidence(false, "the replica was never seen in sync");
        }
        Instant end = lastSign.get().plus(SIGN_MAY_BE_LATE);
        Duration after = Duration.between(proven.get(), end);
        boolean shown = after.toMillis() <= Witness.ALONE_AFTER_MILLIS;
        return new Evidence(
                shown,
                "the replica was shown to have everything at " + proven.get() + ", the primary lived until "
                        + lastSign.get() + (shown ? ", and never acknowledged alone in between" : ""));
    }

    /** The newest file: by the clock of the machine the database ran on, as is the witness. Empty when it cannot be read. */
    private static Optional<Instant> lastSignOfLife(Site site, Path data) {
        String folder = site.there(data).toString();
        try {
            Tool newest = site.reach()
                    .shell("find " + folder + " -maxdepth 2 -type f -printf '%T@\\n' | sort -n | tail -n 1");
            return Optional.of(newest.output().strip())
                    .filter(seconds -> newest.succeeded() && seconds.matches("[0-9]+[.][0-9]+"))
                    .map(seconds -> instant(new BigDecimal(seconds)));
        } catch (Failure unreachable) {
            return Optional.empty();
        }
    }

    private static Instant instant(BigDecimal seconds) {
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
