package arcade.till;

import java.sql.SQLException;

/** The database refused or did not answer: what was asked may have been done or not. */
class DatabaseFails extends RuntimeException {
    DatabaseFails(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
