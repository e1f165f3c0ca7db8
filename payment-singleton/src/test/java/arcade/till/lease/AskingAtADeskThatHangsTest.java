package arcade.till.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.till.book.DatabaseFails;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
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
        assertEquals(Optional.of(TOKEN), asking.brought());
    }

    /** The lease was taken for it at that moment: whoever went there himself would find it taken, and nobody would act. */
    @Test
    void whatIsAtTheLeaseAlreadyIsWaitedFor() throws Exception {
        CountDownLatch database = new CountDownLatch(1);
        lease.answers = database;
        Thread desk = new Thread(() -> asking.take(OWNER));
        desk.start();
        while (lease.taken == 0) {
            Thread.onSpinWait();
        }

        assertFalse(asking.withdraw());
        Future<Optional<FencingToken>> brought = CompletableFuture.supplyAsync(asking::brought);
        assertFalse(brought.isDone());
        database.countDown();

        assertEquals(Optional.of(TOKEN), brought.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aDatabaseThatFailsBringsNothing() {
        lease.failure = new DatabaseFails(new SQLException("gone"));

        assertThrows(DatabaseFails.class, () -> asking.take(OWNER));

        assertEquals(Optional.empty(), asking.brought());
    }

    private static final class CountingDesk extends LeaseDesk {
        private volatile int taken;
        private CountDownLatch answers = new CountDownLatch(0);
        private DatabaseFails failure;

        @Override
        public Optional<FencingToken> take(String owner) {
            taken++;
            if (failure != null) {
                throw failure;
            }
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Optional.of(TOKEN);
        }
    }
}
