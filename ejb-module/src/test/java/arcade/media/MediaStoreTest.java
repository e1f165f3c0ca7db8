package arcade.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
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
        MediaStore store = store();
        Picture picture = Picture.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));

        store.put(picture);
        store.put(picture);

        try (Media found = store.open(picture.name()).orElseThrow()) {
            assertArrayEquals(picture.content(), found.content().readAllBytes());
            assertEquals(picture.content().length, found.length());
            assertEquals(MediaKind.SVG, found.kind());
        }
        assertEquals(List.of(picture.name()), files());
    }

    @Test
    void aPhotographIsStoredInItsWidthsToo() throws IOException, NotAPicture {
        Picture picture = photograph(700);

        store().put(picture);

        for (int width : new int[] {320, 640}) {
            try (Media found = store().open(Widths.name(picture.name(), width)).orElseThrow()) {
                assertEquals(MediaKind.JPEG, found.kind());
                assertEquals(width, ImageIO.read(found.content()).getWidth());
            }
        }
        assertEquals(3, files().size());
        for (String width : List.of("960", "321", "0320", "1")) {
            assertTrue(
                    store().open(picture.name().substring(0, 64) + "-" + width).isEmpty(), width);
        }
    }

    /** A release before this one stored none. */
    @Test
    void aWidthThatWasNeverMadeIsMadeWhenItIsAskedFor() throws IOException, NotAPicture {
        Picture picture = photograph(700);
        shelf().put(picture.name(), picture.kind(), picture.content());

        try (Media found = store().open(Widths.name(picture.name(), 640)).orElseThrow()) {
            assertEquals(640, ImageIO.read(found.content()).getWidth());
        }
        assertEquals(3, files().size());
        assertTrue(store().open(HASH + "-640").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../secret.svg",
                "secret.svg",
                "/etc/passwd",
                HASH,
                HASH + "-10000",
                HASH + ".exe",
                HASH + ".svg/.."
            })
    void onlyNamesOfThatShapeAreLookedUp(String name) throws IOException {
        Files.writeString(folder.resolve("secret.svg"), "secret");

        assertTrue(store().open(name).isEmpty());
    }

    @Test
    void aNameThatWasNeverStoredIsNotThere() throws IOException {
        assertTrue(store().open(HASH + ".svg").isEmpty());
    }

    private FolderShelf shelf() {
        return new FolderShelf(folder.resolve("media"));
    }

    private MediaStore store() {
        return new MediaStore(shelf());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    static Picture photograph(int width) throws IOException, NotAPicture {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB), "jpg", content);
        return Picture.of(content.toByteArray());
    }
}
