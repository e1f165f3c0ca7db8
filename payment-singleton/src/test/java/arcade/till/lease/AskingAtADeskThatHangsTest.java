package arcade.till.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskingAtADeskThatHangsTest {
    private static final String OWNER = "node1:first";
    private static final FencingToken TOKEN = new FencingToken(LeaseDesk.LEASE, 7, OWNER);

    private final CountingDesk lease = new CountingDesk();
    private final Asking asking = new Asking(lease);

    @Test
    void aWithdrawnQuestionTakesNoLeaseWhenItsTurnComesAtLast() {
        assertTrue(asking.withdraw());

        assertEquals(Optional.empty(), asking.take(OWNER));
        assertEquals(0, lease.taken);
    }

    @Test
    void whatItBroughtIsKnownAlsoWhenTheDeskFailsAfterwards() {
        asking.take(OWNER);

        assertFalse(asking.withdraw());
        assertEquals(Optional.of(TOKEN), asking.taken());
    }

    private static final class CountingDesk extends LeaseDesk {
        private int taken;

        @Override
        public Optional<FencingToken> take(String owner) {
            taken++;
            return Optional.of(TOKEN);
        }
    }
}
