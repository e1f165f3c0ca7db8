package arcade.till.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Transactions on the tests' database without a server: within {@link #run} every connection of this thread is the same one, as
 * with the server's data sources. Time limits and isolation are those of the till's data source.
 */
public final class TestTransactions {
    public static final String LIMITS = "&connectTimeout=1000&socketTimeout=3000"
            + "&sessionVariables=innodb_lock_wait_timeout=2,idle_transaction_timeout=5";

    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final String address;
    private final long offBySeconds;

    public TestTransactions() {
        this(System.getProperty("arcade.test.database"), 0);
    }

    private TestTransactions(String address, long offBySeconds) {
        this.address = address;
        this.offBySeconds = offBySeconds;
    }

    /** The same database, reached through another port of this machine. */
    public static TestTransactions through(int port) {
        return new TestTransactions(
                System.getProperty("arcade.test.database").replaceFirst("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:" + port),
                0);
    }

    /** The same database, when its clock has jumped. */
    public static TestTransactions offBy(Duration jump) {
        return new TestTransactions(System.getProperty("arcade.test.database"), jump.toSeconds());
    }

    /** The port on which the tests' database listens. */
    public static int port() {
        String address = System.getProperty("arcade.test.database");
        return Integer.parseInt(address.replaceFirst(".*127\\.0\\.0\\.1:([0-9]+)/.*", "$1"));
    }

    /** What is done in a transaction, on its connection or by beans of a {@link Workbench}. */
    public interface Work<T> {
        T on(Connection connection) throws Exception;
    }

    /** Commits, or rolls back and throws what the work threw. */
    public <T> T run(Work<T> work) throws Exception {
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection, e);
                throw e;
            } finally {
                current.remove();
            }
        }
    }

    private static void rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction.
            why.addSuppressed(e);
        }
    }

    /** A connection for oneself, with automatic commit. */
    public Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(address + LIMITS + clock());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** Within a connection a clock that is off stands still: none of them lasts longer than a transaction. */
    private String clock() {
        return offBySeconds == 0 ? "" : ",timestamp=" + (Instant.now().getEpochSecond() + offBySeconds);
    }

    public void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = open();
                PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    /** The first column of all rows. */
    public List<Long> numbers(String sql, Object... values) throws SQLException {
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
    public DataSource source() {
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
