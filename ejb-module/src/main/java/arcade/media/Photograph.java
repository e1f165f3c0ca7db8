package arcade.media;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** A photograph in memory, upright whichever way the camera was held, and no larger than needed. */
final class Photograph {
    /** Its decoder holds all of a picture, however much of it is skipped. */
    private static final int MOST_WEBP_PIXELS = 12_000_000;

    private static final int EXIF_PADDING = 1;

    private Photograph() {}

    /** @param least the width in pixels that it will be shown in: every second, third … pixel may be skipped down to twice that */
    static BufferedImage decode(Picture picture, int least) throws IOException {
        if (picture.kind() == MediaKind.WEBP && (long) picture.width() * picture.height() > MOST_WEBP_PIXELS) {
            throw new IOException("a WebP of more than " + MOST_WEBP_PIXELS + " pixels");
        }
        ImageReader reader = reader(picture.kind());
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.content()))) {
            reader.setInput(stream, false, false);
            ImageReadParam reading = reader.getDefaultReadParam();
            int step = Math.max(1, reader.getWidth(0) / (2 * least));
            reading.setSourceSubsampling(step, step, 0, 0);
            BufferedImage upright =
                    turned(plain(reader.read(0, reading)), orientation(picture.kind(), picture.content()));
            return plain(upright);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new IOException("its decoder gave up: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** Whether a viewer shows the picture turned by a quarter, as the camera has noted in it. */
    static boolean lies(byte[] jpeg) {
        return switch (orientation(MediaKind.JPEG, jpeg)) {
            case LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM -> true;
            default -> false;
        };
    }

    private static ImageReader reader(MediaKind kind) {
        return kind == MediaKind.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(kind.ending()).next();
    }

    private static Orientation orientation(MediaKind kind, byte[] content) {
        if (kind != MediaKind.JPEG) {
            return Orientation.TOP_LEFT;
        }
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            for (JPEGSegment note : JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif")) {
                InputStream tiff = note.data();
                tiff.skipNBytes(EXIF_PADDING);
                try (ImageInputStream exif = new MemoryCacheImageInputStream(tiff)) {
                    Entry found = new TIFFReader().read(exif).getEntryById(TIFF.TAG_ORIENTATION);
                    Orientation noted =
                            found == null ? null : Orientation.typeOf(((Number) found.getValue()).intValue());
                    return noted == null ? Orientation.TOP_LEFT : noted;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Cameras note much nonsense; a picture without a note is upright.
            return Orientation.TOP_LEFT;
        }
        return Orientation.TOP_LEFT;
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        return orientation == Orientation.TOP_LEFT
                ? image
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(image);
    }

    /** Of any colours a file may have, in those that scaling and writing know. */
    private static BufferedImage plain(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getType() == type) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return plain;
    }
}
