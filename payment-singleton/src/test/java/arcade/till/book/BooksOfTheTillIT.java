package arcade.till.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.cluster.FencedOut;
import arcade.cluster.FencingToken;
import arcade.till.testing.TestTransactions;
import arcade.till.testing.Workbench;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every transaction of every {@code …Book} in the till, also for one that is written tomorrow. */
class BooksOfTheTillIT {
    private static final Path SOURCES = Path.of("src/main/java/arcade/till");

    private final TestTransactions database = new TestTransactions();
    private final Workbench till = new Workbench(database);
    private final String lease = "test-" + UUID.randomUUID().toString().substring(0, 20);
    private final FencingToken stale = new FencingToken(lease, 6, "node1:first");

    @BeforeEach
    void anotherHasTakenOver() throws SQLException {
        database.execute("INSERT INTO lease (name, epoch, owner) VALUES (?, 7, 'node2:second')", lease);
    }

    @Test
    void passesTheFenceFirst() throws Exception {
        for (Method method : transactions()) {
            Object book = till.bean(method.getDeclaringClass());
            method.setAccessible(true);

            InvocationTargetException refused = assertThrows(
                    InvocationTargetException.class,
                    () -> database.run(connection -> method.invoke(book, values(method))),
                    () -> "written under a lease that is lost: " + method);

            assertInstanceOf(FencedOut.class, refused.getCause(), () -> method + " failed with " + refused.getCause());
        }
    }

    /** What it answers may be sent: it must be committed then. */
    @Test
    void isCommittedOnceItAnswers() throws Exception {
        for (Method method : transactions()) {
            Transactional transaction = method.getAnnotation(Transactional.class);

            assertNotNull(transaction, () -> "not a transaction: " + method);
            assertEquals(TxType.REQUIRES_NEW, transaction.value(), method::toString);
        }
    }

    private static List<Method> transactions() throws IOException, ClassNotFoundException {
        List<Method> found = new ArrayList<>();
        for (Class<?> book : books()) {
            Arrays.stream(book.getDeclaredMethods())
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> List.of(method.getParameterTypes()).contains(FencingToken.class))
                    .forEach(found::add);
        }
        assertFalse(found.isEmpty(), "no book in " + SOURCES.toAbsolutePath());
        return found;
    }

    private static List<Class<?>> books() throws IOException, ClassNotFoundException {
        List<Class<?>> books = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Book.java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace(".java", "");
                books.add(Class.forName("arcade.till." + name.replace('/', '.')));
            }
        }
        return books;
    }

    private Object[] values(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(this::value).toArray();
    }

    private Object value(Class<?> type) {
        if (type == FencingToken.class) {
            return stale;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return true;
        }
        return type == List.class ? List.of() : type == Set.class ? Set.of() : null;
    }
}
