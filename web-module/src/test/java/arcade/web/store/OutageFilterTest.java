package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLNonTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class OutageFilterTest {

    @Test
    void aDatabaseFailureIsAnOutageHoweverDeepItLies() {
        Exception refused = new SQLNonTransientConnectionException("connection refused");

        assertTrue(OutageFilter.isOutage(new ServletException(new IllegalStateException(refused))));
    }

    @Test
    void aCommitWithoutAnAnswerIsOne() {
        assertTrue(OutageFilter.isOutage(new TransactionalException("during commit", new XAException("socket error"))));
    }

    @Test
    void aBugIsNoOutage() {
        assertFalse(OutageFilter.isOutage(new IllegalStateException("no such element")));
    }
}
