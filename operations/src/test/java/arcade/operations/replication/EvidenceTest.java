package arcade.operations.replication;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The primary acknowledges alone two seconds after the replica fell silent; its last sign of life may be half a second old. */
class EvidenceTest {
    private static final Instant PROVEN = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whoDiedBeforeItCouldAcknowledgeAloneHasLostNothing() {
        assertTrue(after(600).shown());
        assertTrue(after(1_500).shown());
    }

    @Test
    void whoLivedLongerMayHaveAcknowledgedAlone() {
        assertFalse(after(1_501).shown());
        assertFalse(after(60_000).shown());
    }

    @Test
    void withoutTheDiskOrWithoutAReplicaThatWasEverInSyncNobodyKnows() {
        assertFalse(Evidence.of(Optional.empty(), Optional.of(PROVEN)).shown());
        assertFalse(Evidence.of(Optional.of(PROVEN), Optional.empty()).shown());
    }

    private static Evidence after(long millis) {
        return Evidence.of(Optional.of(PROVEN.plusMillis(millis)), Optional.of(PROVEN));
    }
}
