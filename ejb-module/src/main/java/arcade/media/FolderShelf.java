package arcade.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A folder, for several nodes a mounted one, with a folder in it for each first two letters of a name.
 *
 * @param folder absolute; is made with the first picture
 */
record FolderShelf(Path folder) implements Shelf {
    private static final int LETTERS = 2;

    @Override
    public Optional<Content> open(String name) throws IOException {
        Path file = file(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Content(Files.size(file), Files.newInputStream(file)))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean holds(String name) {
        return Files.isRegularFile(file(name));
    }

    @Override
    public void put(String name, MediaKind kind, byte[] content) throws IOException {
        Path file = file(name);
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "part-", ".tmp");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path file(String name) {
        return folder.resolve(name.substring(0, LETTERS)).resolve(name);
    }
}
