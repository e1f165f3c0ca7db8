package arcade.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where contents lie. What lies under a name never changes. */
interface Shelf {
    /** A content, open for reading. @param length in bytes */
    record Content(long length, InputStream stream) {}

    /** @throws IOException it is there or not, nobody can tell: whoever keeps it does not answer */
    Optional<Content> open(String name) throws IOException;

    boolean holds(String name) throws IOException;

    /** Puts it there whole or not at all, again where it is already. */
    void put(String name, MediaKind kind, byte[] content) throws IOException;
}
