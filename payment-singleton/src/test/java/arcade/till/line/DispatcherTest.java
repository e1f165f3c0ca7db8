package arcade.till.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cluster.FencingToken;
import arcade.till.book.DatabaseFails;
import arcade.till.lease.Shift;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking for what is due, with three lines to the gateway. */
class DispatcherTest {
    private static final FencingToken TOKEN = new FencingToken("payments", 7, "node1:first");

    private final FakeCorrespondence words = new FakeCorrespondence();
    private final Shift nobody = new Shift(Optional::empty, token -> {});
    private final Switchboard<String, String> switchboard =
            new Switchboard<>(words, nobody, 3, Executors.defaultThreadFactory());
    private final Dispatcher<String, String> dispatcher = new Dispatcher<>(words, switchboard);

    @AfterEach
    void close() {
        switchboard.stop(1_000);
    }

    @Test
    void noMoreIsBegunThanThereAreLines() {
        due("1", "2", "3", "4");

        assertEquals(Dispatcher.Found.FULL, dispatcher.look(TOKEN));

        assertEquals(List.of("4"), List.copyOf(words.due));
    }

    @Test
    void lessThanTheLinesTakeIsAllThereIs() {
        due("1");

        assertEquals(Dispatcher.Found.SOME, dispatcher.look(TOKEN));
        assertEquals(Dispatcher.Found.NOTHING, dispatcher.look(TOKEN));
    }

    @Test
    void whatCannotBeBegunWaitsAndTheOthersAreBegun() {
        words.cannotBegin = "2";
        due("1", "2", "3");

        dispatcher.look(TOKEN);

        assertEquals(List.of(2L), words.putOff);
        assertEquals(List.of(), List.copyOf(words.due));
    }

    @Test
    void nothingIsPutOffBecauseTheDatabaseIsAwayOrAnotherOneLeads() {
        words.cannotBegin = "2";
        due("1", "2", "3");

        for (SQLException server :
                List.of(new SQLException("read-only", "HY000", 1290), new SQLException("socket error", "08000", 0))) {
            words.obstacle = new DatabaseFails(server);
            assertThrows(DatabaseFails.class, () -> dispatcher.look(TOKEN));
        }

        assertEquals(List.of(), words.putOff);
        assertTrue(words.due.contains("2"), words.due::toString);
    }

    private void due(String... ids) {
        Stream.of(ids).forEach(words.due::add);
    }
}
