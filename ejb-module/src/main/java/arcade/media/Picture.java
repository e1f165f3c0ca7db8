package arcade.media;

import arcade.shared.Sha256;

/**
 * A picture whose kind was told by its content, not by its name, and an SVG that was cleaned.
 *
 * @param name SHA-256 of the content and the ending of its kind
 * @param content not copied: nobody may change it
 * @param width in pixels, as it is shown: a camera may have been held the other way
 * @param height in pixels
 */
public record Picture(String name, MediaKind kind, byte[] content, int width, int height) {
    private static final int LONGEST_SIDE = 20_000;
    private static final int MOST_PIXELS = 50_000_000;

    /** @throws NotAPicture the content is none of the known kinds, damaged, or an SVG with nothing to show */
    public static Picture of(byte[] content) throws NotAPicture {
        MediaKind kind = MediaKind.of(content);
        byte[] shown = kind == MediaKind.SVG ? SvgCleaner.clean(content) : content;
        PictureSize size = PictureSize.of(kind, shown);
        if (size.width() < 1 || size.height() < 1 || size.width() > LONGEST_SIDE || size.height() > LONGEST_SIDE) {
            throw new NotAPicture(
                    NotAPicture.Fault.PIXELS,
                    "its size cannot be: " + size.width() + " × " + size.height() + " pixels");
        }
        // A few bytes may claim to be more pixels than a node has memory.
        if (kind.photograph() && (long) size.width() * size.height() > MOST_PIXELS) {
            throw new NotAPicture(
                    NotAPicture.Fault.PIXELS,
                    "it is too large: " + size.width() + " × " + size.height()
                            + " pixels, at most 50 million are allowed");
        }
        String name = Sha256.of(shown) + "." + kind.ending();
        return kind == MediaKind.JPEG && Photograph.lies(content)
                ? new Picture(name, kind, shown, size.height(), size.width())
                : new Picture(name, kind, shown, size.width(), size.height());
    }
}
