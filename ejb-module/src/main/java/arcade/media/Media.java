package arcade.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stored picture, open for reading once.
 *
 * @param length in bytes
 */
public record Media(MediaKind kind, long length, InputStream content) implements Closeable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
