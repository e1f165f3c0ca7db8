package arcade.web.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class WhenTheDatabaseFailsTest {
    @Test
    void beingOutOfReachMayPass() {
        assertTrue(FailureMapper.isDatabase(new RuntimeException(new SQLException("gone", "08S01", 0))));
        assertTrue(FailureMapper.isDatabase(new RuntimeException(new SQLException("no connection in time"))));
    }

    @Test
    void givingWayTooOftenMayPass() {
        assertTrue(FailureMapper.isDatabase(new RuntimeException(new SQLException("deadlock", "40001", 1213))));
    }

    @Test
    void aCommitWithoutAnAnswerMayPass() {
        assertTrue(
                FailureMapper.isDatabase(new TransactionalException("during commit", new XAException("socket error"))));
    }

    @Test
    void aPrimaryThatWasReplacedMayPass() {
        assertTrue(FailureMapper.isDatabase(new RuntimeException(new SQLException("read-only", "HY000", 1290))));
    }

    @Test
    void aWrongStatementIsOurFault() {
        assertFalse(FailureMapper.isDatabase(new RuntimeException(new SQLException("syntax", "42000", 1064))));
        assertFalse(FailureMapper.isDatabase(new IllegalStateException()));
    }
}
