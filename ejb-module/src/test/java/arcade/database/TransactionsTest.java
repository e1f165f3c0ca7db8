package arcade.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
    @ParameterizedTest
    @ValueSource(ints = {1213, 1205, 1020, 1969})
    void whoWaitedInVainForAnotherIsRepeated(int error) {
        assertTrue(Transactions.gaveWay(failure(error)));
    }

    @Test
    void whatIsWrongIsNot() {
        assertFalse(Transactions.gaveWay(failure(1062)));
        assertFalse(Transactions.gaveWay(new IllegalStateException()));
    }

    private static SqlFailure failure(int error) {
        return new SqlFailure("UPDATE stock", new SQLException("no", "HY000", error));
    }
}
