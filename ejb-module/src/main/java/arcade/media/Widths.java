package arcade.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.coobird.thumbnailator.Thumbnails;

/**
 * The smaller widths of photographs, so that a phone need not load what a desk shows. A drawing (SVG) has any width, and what may
 * move (GIF) stays as it is.
 */
public final class Widths {
    /** In pixels. */
    public static final List<Integer> ALL = List.of(320, 640, 960, 1280);

    private static final Logger LOG = Logger.getLogger(Widths.class.getName());
    private static final double JPEG_QUALITY = 0.82;
    private static final int HASH = 64;
    /** One at a time: a decoded photograph is large, a node's heap is not. */
    private static final Semaphore ONE = new Semaphore(1);

    /** A photograph in one width. @param kind by its content, not that of the photograph */
    record Made(int width, MediaKind kind, byte[] content) {}

    private Widths() {}

    /**
     * The widths that a stored picture has, besides its own.
     *
     * @param name of the picture
     * @param width of the picture, in pixels
     */
    public static List<Integer> of(String name, int width) {
        boolean photograph = MediaKind.ofEnding(name.substring(name.lastIndexOf('.') + 1))
                .filter(MediaKind::photograph)
                .isPresent();
        return photograph ? ALL.stream().filter(each -> each < width).toList() : List.of();
    }

    /** The name of a width, from that of its picture. It never changes its content either. */
    public static String name(String picture, int width) {
        return picture.substring(0, HASH) + "-" + width;
    }

    /** A photograph that cannot be decoded, and a width that would be larger in bytes, is the picture as it is. */
    static List<Made> of(Picture picture) {
        List<Integer> widths = of(picture.name(), picture.width());
        if (widths.isEmpty()) {
            return List.of();
        }
        ONE.acquireUninterruptibly();
        try {
            return made(picture, widths);
        } catch (IOException e) {
            LOG.log(Level.INFO, "{0} is shown in its own width only: {1}", new Object[] {picture.name(), e.getMessage()
            });
            return widths.stream()
                    .map(width -> new Made(width, picture.kind(), picture.content()))
                    .toList();
        } finally {
            ONE.release();
        }
    }

    private static List<Made> made(Picture picture, List<Integer> widths) throws IOException {
        BufferedImage photograph = Photograph.decode(picture, widths.get(widths.size() - 1));
        MediaKind kind = photograph.getColorModel().hasAlpha() ? MediaKind.PNG : MediaKind.JPEG;
        List<Made> made = new ArrayList<>();
        for (int width : widths) {
            byte[] content = encoded(photograph, width, kind);
            made.add(
                    content.length < picture.content().length
                            ? new Made(width, kind, content)
                            : new Made(width, picture.kind(), picture.content()));
        }
        return made;
    }

    private static byte[] encoded(BufferedImage photograph, int width, MediaKind kind) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Thumbnails.Builder<BufferedImage> smaller =
                Thumbnails.of(photograph).width(width).outputFormat(kind.ending());
        if (kind == MediaKind.JPEG) {
            smaller.outputQuality(JPEG_QUALITY);
        }
        smaller.toOutputStream(content);
        return content.toByteArray();
    }
}
