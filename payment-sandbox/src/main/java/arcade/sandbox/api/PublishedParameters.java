package arcade.sandbox.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The names that Stripe documents for each operation; another name is refused, so that a slip of the pen is seen here. */
final class PublishedParameters {
    private static final Set<String> OF_OTHERS = Set.of("expand", "client_secret");

    private final Map<String, Set<String>> names = new HashMap<>();

    private PublishedParameters(Properties file) {
        file.forEach((operation, list) -> names.put((String) operation, Set.of(((String) list).split(","))));
    }

    static PublishedParameters read() {
        try (InputStream in = PublishedParameters.class.getResourceAsStream("parameters.properties")) {
            Properties file = new Properties();
            file.load(in);
            return new PublishedParameters(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireKnown(Route route, Parameters parameters) {
        Set<String> known = names.getOrDefault(route.method() + "." + route.pattern(), OF_OTHERS);
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                String message = "Received unknown parameter: " + name;
                throw ApiRefusal.badParameter("parameter_unknown", name, message);
            }
        }
    }
}
