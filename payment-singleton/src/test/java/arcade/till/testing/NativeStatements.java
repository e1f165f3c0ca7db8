package arcade.till.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** An entity manager that knows native updates alone. */
final class NativeStatements {
    private NativeStatements() {}

    static EntityManager on(DataSource database) {
        return proxy(EntityManager.class, (self, method, values) -> {
            if (!method.getName().equals("createNativeQuery") || values.length != 1) {
                throw new UnsupportedOperationException(method.toString());
            }
            return query(database, (String) values[0]);
        });
    }

    private static Query query(DataSource database, String sql) {
        Map<Integer, Object> parameters = new TreeMap<>();
        return proxy(Query.class, (self, method, values) -> {
            switch (method.getName()) {
                case "setParameter" -> parameters.put((Integer) values[0], values[1]);
                case "executeUpdate" -> {
                    return update(database, sql, parameters);
                }
                default -> throw new UnsupportedOperationException(method.toString());
            }
            return self;
        });
    }

    private static int update(DataSource database, String sql, Map<Integer, Object> parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var parameter : parameters.entrySet()) {
                statement.setObject(parameter.getKey(), parameter.getValue());
            }
            return statement.executeUpdate();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler body) {
        return type.cast(Proxy.newProxyInstance(NativeStatements.class.getClassLoader(), new Class<?>[] {type}, body));
    }
}
