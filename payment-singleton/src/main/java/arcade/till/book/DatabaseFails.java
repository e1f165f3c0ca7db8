package arcade.till.book;

import java.sql.SQLException;

/** The database refused or did not answer: what was asked may have been done or not. */
public class DatabaseFails extends RuntimeException {
    public DatabaseFails(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
