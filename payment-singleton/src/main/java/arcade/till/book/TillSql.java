package arcade.till.book;

import arcade.cluster.FencingToken;
import arcade.cluster.Leases;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work on the till's own data source, {@code jdbc/arcade-till}, whose sessions wait for nothing long: on a connection of the caller's
 * transaction, if there is one. What writes passes the lease's fence first.
 */
@ApplicationScoped
public class TillSql {
    @Resource(lookup = "jdbc/arcade-till")
    private DataSource database;

    /** Something to be done on a connection, with an answer. */
    public interface Question<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something to be done on a connection. */
    public interface Order {
        void on(Connection connection) throws SQLException;
    }

    /** Reads. Throws {@link DatabaseFails}. */
    public <T> T read(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.on(connection);
        } catch (SQLException e) {
            throw new DatabaseFails(e);
        }
    }

    /** Writes, with an answer. Throws {@link arcade.cluster.FencedOut} before anything is written, and {@link DatabaseFails}. */
    public <T> T fenced(FencingToken token, Question<T> question) {
        return read(connection -> {
            Leases.fence(connection, token);
            return question.on(connection);
        });
    }

    /** Writes. Throws like {@link #fenced}. */
    public void write(FencingToken token, Order order) {
        fenced(token, connection -> {
            order.on(connection);
            return null;
        });
    }
}
