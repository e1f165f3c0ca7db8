package arcade.media;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A picture whose kind was told by its content, not by its name, and an SVG that was cleaned.
 *
 * @param name SHA-256 of the content and the ending of its kind
 * @param content not copied: nobody may change it
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(String name, MediaKind kind, byte[] content, int width, int height) {
    private static final int MOST_PIXELS = 20_000;

    /** @throws NotAPicture the content is none of the known kinds, damaged, or an SVG with nothing to show */
    public static Picture of(byte[] content) throws NotAPicture {
        MediaKind kind = kind(content);
        byte[] shown = kind == MediaKind.SVG ? SvgCleaner.clean(content) : content;
        PictureSize size = PictureSize.of(kind, shown);
        if (size.width() < 1 || size.height() < 1 || size.width() > MOST_PIXELS || size.height() > MOST_PIXELS) {
            throw new NotAPicture("its size cannot be: " + size.width() + " × " + size.height() + " pixels");
        }
        return new Picture(sha256(shown) + "." + kind.ending(), kind, shown, size.width(), size.height());
    }

    private static MediaKind kind(byte[] content) throws NotAPicture {
        String start = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return MediaKind.JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return MediaKind.PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return MediaKind.GIF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return MediaKind.WEBP;
        }
        if (start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")) {
            return MediaKind.SVG;
        }
        throw new NotAPicture("it is no JPEG, PNG, GIF, WebP or SVG");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
