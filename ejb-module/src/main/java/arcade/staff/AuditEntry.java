package arcade.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who did what, to what, and when.
 *
 * @param before JSON of what it was; empty: it was not there, or nothing of it is kept
 * @param undoOf the entry this one took back
 * @param undoneBy the entry that took this one back
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String action,
        String kind,
        String subject,
        Optional<String> before,
        Optional<String> after,
        OptionalLong undoOf,
        OptionalLong undoneBy) {}
