package arcade.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes one value of the current row. Does not move the cursor. */
@FunctionalInterface
public interface Row<T> {
    T read(ResultSet row) throws SQLException;
}
