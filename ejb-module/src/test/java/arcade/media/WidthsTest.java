package arcade.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthsTest {
    /** 340 × 10 pixels in teal. */
    private static final String WEBP =
            "UklGRlYAAABXRUJQVlA4IEoAAAAQBACdASpUAQoAP83m8HK/uDMsIYgD8DmJaQDLLARbhw4cOHDhw4boAAD+y5wy3yyMRW75xv+mMQnNppZWOa0WsTYx+ZXebTRQAA==";

    @ParameterizedTest
    @CsvSource({"1600, jpg, 4", "700, jpg, 2", "641, png, 2", "640, jpg, 1", "320, jpg, 0"})
    void aPhotographIsMadeInTheWidthsThatItExceeds(int width, String format, int number) throws Exception {
        Picture picture = Picture.of(Photo.of(width, width / 2, false).as(format));

        List<Widths.Made> made = Widths.of(picture);

        assertEquals(
                Widths.ALL.subList(0, number),
                made.stream().map(Widths.Made::width).toList());
        for (Widths.Made each : made) {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(each.content()));
            assertEquals(each.width() + " × " + each.width() / 2, seen.getWidth() + " × " + seen.getHeight());
            assertTrue(each.content().length < picture.content().length);
            assertEquals(MediaKind.JPEG, each.kind());
            assertEquals(MediaKind.JPEG, MediaKind.of(each.content()));
        }
    }

    @Test
    void whatIsTransparentStaysSo() throws Exception {
        Widths.Made made =
                Widths.of(Picture.of(Photo.of(400, 200, true).as("png"))).get(0);

        assertEquals(MediaKind.PNG, made.kind());
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(made.content()));
        assertEquals(0, seen.getRGB(1, 1) >>> 24);
    }

    @Test
    void aWebpIsReadAndWrittenAsEveryBrowserCan() throws Exception {
        Picture picture = Picture.of(Base64.getDecoder().decode(WEBP));

        BufferedImage seen = Photograph.decode(picture, 320);

        assertEquals("340 × 10", seen.getWidth() + " × " + seen.getHeight());
        Color teal = new Color(seen.getRGB(100, 5));
        assertTrue(teal.getRed() < 40 && teal.getGreen() > 90 && teal.getBlue() > 90, teal::toString);
        // So few bytes that nothing can be smaller: the picture itself is its width.
        assertArrayEquals(picture.content(), Widths.of(picture).get(0).content());
    }

    @Test
    void aPhotographOfATurnedCameraStandsUpright() throws Exception {
        byte[] lying = Photo.of(800, 400, false).as("jpg");
        Picture picture = Picture.of(noted(lying, 6));

        assertEquals("400 × 800", picture.width() + " × " + picture.height());
        BufferedImage seen =
                ImageIO.read(new ByteArrayInputStream(Widths.of(picture).get(0).content()));
        assertEquals("320 × 640", seen.getWidth() + " × " + seen.getHeight());
        assertEquals("800 × 400", size(Picture.of(noted(lying, 3))));
        assertEquals("800 × 400", size(Picture.of(lying)));
    }

    @Test
    void whatCannotBeDecodedIsShownAsItIs() throws Exception {
        byte[] whole = Photo.of(700, 350, false).as("png");
        byte[] broken = whole.clone();
        new Random(1).nextBytes(broken);
        System.arraycopy(whole, 0, broken, 0, 60);
        Picture picture = Picture.of(broken);

        List<Widths.Made> made = Widths.of(picture);

        assertEquals(2, made.size());
        made.forEach(each -> assertArrayEquals(broken, each.content()));
    }

    /** A few bytes that claim to be more pixels than a node has memory. */
    @Test
    void aBombIsRefusedUnopened() throws IOException {
        byte[] bomb = Photo.of(16, 16, false).as("png");
        ByteBuffer.wrap(bomb).putInt(16, 19_000).putInt(20, 19_000);

        assertThrows(NotAPicture.class, () -> Picture.of(bomb));
    }

    @Test
    void drawingsAndWhatMayMoveHaveNone() {
        assertEquals(List.of(), Widths.of("a".repeat(64) + ".svg", 5000));
        assertEquals(List.of(), Widths.of("a".repeat(64) + ".gif", 5000));
        assertEquals("a".repeat(64) + "-640", Widths.name("a".repeat(64) + ".jpg", 640));
    }

    private static String size(Picture picture) {
        return picture.width() + " × " + picture.height();
    }

    /** With the note of a camera: TIFF 6.0, tag 0x0112, behind the marker APP1. */
    private static byte[] noted(byte[] jpeg, int orientation) throws IOException {
        ByteBuffer note = ByteBuffer.allocate(36);
        note.putShort((short) 0xffe1).putShort((short) 34);
        note.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        note.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        note.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, 2);
        whole.write(note.array());
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    /** A drawing with so much in it that fewer pixels are fewer bytes. */
    private record Photo(BufferedImage image) {
        static Photo of(int width, int height, boolean transparent) {
            BufferedImage image = new BufferedImage(
                    width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = image.createGraphics();
            pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
            pen.fillRect(width / 4, 0, width, height);
            Random random = new Random(7);
            for (int i = 0; i < 400; i++) {
                pen.setColor(new Color(random.nextInt(0xffffff)));
                pen.fillOval(width / 4 + random.nextInt(width), random.nextInt(height), 9, 9);
            }
            pen.dispose();
            return new Photo(image);
        }

        byte[] as(String format) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            assertTrue(ImageIO.write(image, format, content));
            return content.toByteArray();
        }
    }
}
