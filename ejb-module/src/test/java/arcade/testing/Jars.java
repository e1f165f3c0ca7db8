package arcade.testing;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Where things on the class path lie: a jar, or a module's folder of classes. */
final class Jars {
    private Jars() {}

    static Path of(Class<?> member) {
        return path(member.getProtectionDomain().getCodeSource().getLocation());
    }

    /** The jar that holds a resource. */
    static Path holding(String resource) {
        String inside = Jars.class.getClassLoader().getResource(resource).toString();
        return Path.of(URI.create(inside.substring("jar:".length(), inside.indexOf("!/"))));
    }

    private static Path path(URL place) {
        try {
            return Path.of(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path: " + place, e);
        }
    }
}
