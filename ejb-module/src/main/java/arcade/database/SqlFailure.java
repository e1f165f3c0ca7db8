package arcade.database;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database refused a statement or could not be reached. A surrounding transaction is rolled back. */
@ApplicationException(rollback = true)
public class SqlFailure extends RuntimeException {
    private static final int DUPLICATE = 1062;

    SqlFailure(String statement, SQLException cause) {
        super(cause.getMessage() + " in: " + statement, cause);
    }

    /** Whether a row with the same values in that unique key exists already; only the statement was undone then. */
    public boolean isDuplicate(String key) {
        return getCause() instanceof SQLException cause
                && cause.getErrorCode() == DUPLICATE
                && cause.getMessage().contains("'" + key + "'");
    }
}
