package arcade.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    @ParameterizedTest
    @CsvSource({"png,PNG", "jpg,JPEG", "gif,GIF"})
    void kindAndSizeAreReadFromTheContent(String format, MediaKind kind) throws IOException, NotAPicture {
        Picture picture = Picture.of(drawn(format, 321, 123));

        assertEquals(kind, picture.kind());
        assertEquals("321 × 123", picture.width() + " × " + picture.height());
        assertTrue(picture.name().matches("[0-9a-f]{64}\\." + kind.ending()), picture.name());
    }

    @ParameterizedTest
    @CsvSource({
        "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA,1,1",
        "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==,1,1",
        "UklGRkoAAABXRUJQVlA4WAoAAAAQAAAADwAABwAAQUxQSA==,16,8"
    })
    void webpHasThreeShapes(String content, int width, int height) throws NotAPicture {
        Picture picture = Picture.of(Base64.getDecoder().decode(content));

        assertEquals(MediaKind.WEBP, picture.kind());
        assertEquals(width + " × " + height, picture.width() + " × " + picture.height());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='640' height='480.5' viewBox='0 0 1 1'|640|480",
                "viewBox='0 0 400 300'|400|300",
                "width='100%' height='auto'|800|800"
            })
    void anSvgTellsItsSizeByItsRoot(String attributes, int width, int height) throws NotAPicture {
        Picture picture = Picture.of(svg(attributes));

        assertEquals(width + " × " + height, picture.width() + " × " + picture.height());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Handle,Title", "%PDF-1.7", "PK\u0003\u0004", "BM", "GIF87b", "<html>"})
    void anythingElseIsNoPicture(String content) {
        assertThrows(NotAPicture.class, () -> Picture.of(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aBrokenHeaderIsNoPicture() throws IOException {
        for (String format : new String[] {"png", "jpg", "gif"}) {
            byte[] whole = drawn(format, 20, 20);
            assertThrows(NotAPicture.class, () -> Picture.of(Arrays.copyOf(whole, 9)), format);
        }
    }

    @Test
    void anAbsurdSizeIsRefused() {
        assertThrows(NotAPicture.class, () -> Picture.of(svg("width='0' height='5'")));
        assertThrows(NotAPicture.class, () -> Picture.of(svg("width='90000' height='5'")));
    }

    private static byte[] svg(String attributes) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] drawn(String format, int width, int height) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, content));
        return content.toByteArray();
    }
}
