package arcade.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pictures in the folder {@code arcade.media.folder}, which all nodes share, named by their content: the same picture
 * is stored once, and a file never changes after it is there. A name from outside is looked up only if it has exactly
 * the shape of one.
 */
@ApplicationScoped
public class MediaStore {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{2})[0-9a-f]{62}\\.([a-z]{3,4})");

    private final String folder;

    /** For the container's proxy only. */
    protected MediaStore() {
        folder = null;
    }

    /** @param folder absolute path; is made with the first picture */
    @Inject
    public MediaStore(@ConfigProperty(name = "arcade.media.folder") String folder) {
        this.folder = folder;
    }

    /** The stored picture of that name. */
    public Optional<Media> find(String name) {
        Matcher shape = NAME.matcher(name);
        return shape.matches()
                ? MediaKind.ofEnding(shape.group(2))
                        .map(kind -> new Media(name, kind, file(shape.group(1), name)))
                        .filter(media -> Files.isRegularFile(media.file()))
                : Optional.empty();
    }

    /**
     * Stores a picture under its name, whole or not at all.
     *
     * @throws UncheckedIOException the folder cannot be written
     */
    public void put(Picture picture) {
        Path file = file(picture.name().substring(0, 2), picture.name());
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part-", ".tmp");
            try {
                Files.write(part, picture.content());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store " + picture.name() + " in " + folder, e);
        }
    }

    private Path file(String shelf, String name) {
        return Path.of(folder, shelf, name);
    }
}
