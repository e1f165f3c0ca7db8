package arcade.till.failpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.till.TillKeeper;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node's first step, with all classes read anew under other options of the machine. */
class StartingWithAFailpointTest {
    private static final Map<String, String> NONE = Map.of();

    @AfterEach
    void asBefore() {
        System.clearProperty("arcade.failpoint");
        System.clearProperty("arcade.production");
    }

    @Test
    void isRefusedInProduction() throws Exception {
        refused(Map.of("arcade.failpoint", "before-send", "arcade.production", "true"), "marked production");
    }

    @Test
    void isRefusedWhenThereIsNoSuchPlace() throws Exception {
        refused(Map.of("arcade.failpoint", "somewhere"), "'somewhere' is none of intention-written, ");
        refused(Map.of("arcade.failpoint", "before-send:2"), "at most 1, not 2");
    }

    @Test
    void goesOnWithAPlaceThatThereIsAndWithNone() throws Exception {
        for (Map<String, String> options : List.of(NONE, Map.of("arcade.failpoint", "before-send:0.1"))) {
            Throwable failure = start(options);

            // It comes as far as the node that only a server could have given it.
            assertInstanceOf(NullPointerException.class, failure, () -> options + " gave " + failure);
        }
    }

    private static void refused(Map<String, String> options, String why) throws Exception {
        Throwable failure = start(options);

        assertInstanceOf(ExceptionInInitializerError.class, failure, () -> options + " gave " + failure);
        assertTrue(failure.getCause().getMessage().contains(why), failure.getCause()::getMessage);
    }

    private static Throwable start(Map<String, String> options) throws Exception {
        options.forEach(System::setProperty);
        try (URLClassLoader anew = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> keeper = anew.loadClass(TillKeeper.class.getName());
            Object till = keeper.getDeclaredConstructor().newInstance();
            return assertThrows(
                            InvocationTargetException.class,
                            () -> keeper.getMethod("start", Object.class).invoke(till, (Object) null))
                    .getCause();
        }
    }

    /** Of the tests: the build's tool starts them with a jar that only names the others. */
    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> assertDoesNotThrow(() -> url(entry)))
                .toArray(URL[]::new);
    }

    private static URL url(String entry) throws MalformedURLException {
        return new File(entry).toURI().toURL();
    }
}
