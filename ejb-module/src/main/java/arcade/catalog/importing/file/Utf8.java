package arcade.catalog.importing.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line of the first byte that is not UTF-8. */
final class Utf8 {
    private static final int PIECE = 1 << 16;

    private Utf8() {}

    static void check(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(PIECE);
        CharBuffer text = CharBuffer.allocate(PIECE);
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            boolean more = true;
            while (more) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                more = read >= 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, text, !more);
                line += text.flip().chars().filter(letter -> letter == '\n').count();
                text.clear();
                if (result.isError()) {
                    throw new MalformedFile(line, "not UTF-8: save the file in UTF-8");
                }
                bytes.compact();
            }
        }
    }
}
