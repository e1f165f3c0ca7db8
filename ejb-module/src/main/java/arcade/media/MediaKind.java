package arcade.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of pictures that shops show. */
public enum MediaKind {
    JPEG("jpg", "image/jpeg", true),
    PNG("png", "image/png", true),
    GIF("gif", "image/gif", false),
    WEBP("webp", "image/webp", true),
    SVG("svg", "image/svg+xml", false);

    /** So many first bytes tell the kind. */
    static final int TELLING_BYTES = 512;

    private final String ending;
    private final String type;
    private final boolean photograph;

    MediaKind(String ending, String type, boolean photograph) {
        this.ending = ending;
        this.type = type;
        this.photograph = photograph;
    }

    /** @throws NotAPicture it begins like none of them */
    static MediaKind of(byte[] content) throws NotAPicture {
        String start = new String(content, 0, Math.min(content.length, TELLING_BYTES), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return GIF;
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")) {
            return SVG;
        }
        throw new NotAPicture(NotAPicture.Fault.KIND, "it is no JPEG, PNG, GIF, WebP or SVG");
    }

    public String ending() {
        return ending;
    }

    /** The media type of an answer that carries it. */
    public String type() {
        return type;
    }

    /** Whether it consists of pixels and does not move. */
    boolean photograph() {
        return photograph;
    }

    static Optional<MediaKind> ofEnding(String ending) {
        for (MediaKind kind : values()) {
            if (kind.ending.equals(ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
