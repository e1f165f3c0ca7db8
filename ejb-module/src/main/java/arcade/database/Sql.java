package arcade.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs statements on {@code jdbc/arcade}: inside the caller's transaction when there is one, else each by itself.
 * The data source bounds every statement ({@code max_statement_time} of its sessions).
 */
@ApplicationScoped
public class Sql {
    /** "Illegal mix of collations": the database does not compare {@code handle = 'ü'} in ASCII. */
    private static final int NOT_OF_THE_COLUMNS_SIGNS = 1267;

    /** Stands in no column: every text that is stored was checked. */
    private static final String NOBODYS = "\u001a";

    @Resource(lookup = "jdbc/arcade")
    private DataSource source;

    /**
     * All rows; the statement itself must bound their number. None, where a value has signs that the column it is compared with
     * cannot hold: no row has it. A statement that would find others all the same says so by {@link #ascii}.
     */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        try (Connection connection = source.getConnection()) {
            return Statements.list(connection, sql, row, values);
        } catch (SQLException e) {
            if (e.getErrorCode() == NOT_OF_THE_COLUMNS_SIGNS) {
                return List.of();
            }
            throw new SqlFailure(sql, e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    /** How many rows were changed. */
    public int update(String sql, Object... values) {
        try (Connection connection = source.getConnection()) {
            return Statements.update(connection, sql, values);
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    /** The key that the database gave to the one inserted row. */
    public long insert(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = Statements.prepared(
                        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS), values)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw new SqlFailure(sql, e);
        }
    }

    /** The words for a comparison with a column of ASCII, beside others in one condition; other signs are found in no such column. */
    public static String ascii(String words) {
        return isAscii(words) ? words : NOBODYS;
    }

    /** {@code ?, ?, ?}: as many as there are values. */
    public static String marks(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }

    /** Whether a column of ASCII can hold it. */
    public static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    /** A part of a pattern for LIKE in which each sign stands for itself. */
    public static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
