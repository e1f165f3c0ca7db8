package arcade.sandbox.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClaimingAKeyTest {
    private static final Journal.Place PLACE = new Journal.Place(0, 10);

    private final IdempotencyKeys keys = new IdempotencyKeys(Clock.systemUTC());
    private final Request request = new Request("req_1", "k", "fingerprint");

    @Test
    void aSecondRequestMeanwhileIsTurnedAway() {
        keys.claim(request);

        KeyConflict conflict = assertThrows(KeyConflict.class, () -> keys.claim(request));

        assertEquals(KeyConflict.Reason.IN_USE, conflict.reason());
    }

    @Test
    void anAnswerThatIsNotYetOnDiskIsNotReplayed() {
        keys.claim(request);
        keys.answered(request, Instant.now(), PLACE);

        assertThrows(KeyConflict.class, () -> keys.claim(request));
        keys.release(request);
        assertEquals(PLACE, keys.claim(request).orElseThrow());
    }

    @Test
    void aReleasedKeyWithoutAnswerIsFree() {
        keys.claim(request);
        keys.release(request);

        assertTrue(keys.claim(request).isEmpty());
    }

    @Test
    void anotherRequestUnderAnAnsweredKeyIsTurnedAway() {
        keys.answered(request, Instant.now(), PLACE);

        KeyConflict conflict = assertThrows(KeyConflict.class, () -> keys.claim(new Request("req_2", "k", "other")));

        assertEquals(KeyConflict.Reason.OTHER_REQUEST, conflict.reason());
    }
}
