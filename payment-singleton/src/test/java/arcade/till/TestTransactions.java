package arcade.till;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Transactions on the tests' database without a server: within {@link #run} every connection of this thread is the same one, as
 * with the server's data sources. Time limits and isolation are those of the till's data source.
 */
final class TestTransactions {
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    /** What is done in a transaction, on its connection or by beans of a {@link Workbench}. */
    interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    /** Commits, or rolls back and throws what the work threw. */
    <T> T run(Work<T> work) throws Exception {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            } finally {
                current.remove();
            }
        }
    }

    /** A connection for oneself, with automatic commit. */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(System.getProperty("arcade.test.database")
                + "&socketTimeout=3000&sessionVariables=innodb_lock_wait_timeout=2,idle_transaction_timeout=5");
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    /** The first column of all rows. */
    List<Long> numbers(String sql, Object... values) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
            return numbers;
        }
    }

    /** For beans. */
    DataSource source() {
        return proxy(DataSource.class, (method, values) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return current.get() == null ? open() : staysOpen(current.get());
        });
    }

    private static Connection staysOpen(Connection shared) {
        return proxy(Connection.class, (method, values) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(shared, values);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private interface Body {
        Object call(Method method, Object[] values) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        ClassLoader loader = TestTransactions.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(
                loader, new Class<?>[] {type}, (self, method, values) -> body.call(method, values)));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
