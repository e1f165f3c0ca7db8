package arcade.till.book;

import java.sql.SQLException;

/** The database refused or did not answer: what was asked may have been done or not. */
public class DatabaseFails extends RuntimeException {
    private static final int READ_ONLY = 1290;

    public DatabaseFails(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** It is the server, not what was asked: it cannot be reached, or takes no writes because another one leads now. */
    public boolean isAboutTheServer() {
        SQLException cause = (SQLException) getCause();
        return cause.getErrorCode() == READ_ONLY
                || cause.getSQLState() == null
                || cause.getSQLState().startsWith("08");
    }
}
