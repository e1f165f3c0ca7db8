package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.ServletException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"22001, 1406", "22007, 1366"})
    void whatAWellDatabaseRefusesIsNone(String state, int code) {
        assertFalse(OutageFilter.isOutage(new ServletException(new SQLException("refused", state, code))));
    }

    @ParameterizedTest
    @CsvSource({"08S01, 0", "HY000, 1290", "70100, 1969", "40001, 1213", ", 0"})
    void whatItCannotDoNowIs(String state, int code) {
        assertTrue(OutageFilter.isOutage(new SQLException("not now", state, code)));
    }

    @Test
    void aBugIsNoOutage() {
        assertFalse(OutageFilter.isOutage(new IllegalStateException("no such element")));
    }
}
