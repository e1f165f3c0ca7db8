package arcade.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStoreTest {
    private static final String HASH = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    private Path folder;

    @Test
    void aPictureIsStoredOnceUnderItsContent() throws IOException, NotAPicture {
        MediaStore store = new MediaStore(folder.resolve("media").toString());
        Picture picture = Picture.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        store.put(picture);
        store.put(picture);

        Media found = store.find(picture.name()).orElseThrow();
        assertArrayEquals(picture.content(), Files.readAllBytes(found.file()));
        assertEquals(MediaKind.SVG, found.kind());
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(found.file()), files.filter(Files::isRegularFile).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../secret.svg", "secret.svg", "/etc/passwd", HASH, HASH + ".exe", HASH + ".svg/.."})
    void onlyNamesOfThatShapeAreLookedUp(String name) throws IOException {
        Files.writeString(folder.resolve("secret.svg"), "secret");

        assertTrue(new MediaStore(folder.resolve("media").toString()).find(name).isEmpty());
    }

    @Test
    void aNameThatWasNeverStoredIsNotThere() {
        assertTrue(new MediaStore(folder.toString()).find(HASH + ".svg").isEmpty());
    }
}
