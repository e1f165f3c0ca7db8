package arcade.media;

import java.util.Optional;

/** The kinds of pictures that shops show. */
public enum MediaKind {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    SVG("svg", "image/svg+xml");

    private final String ending;
    private final String type;

    MediaKind(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    public String ending() {
        return ending;
    }

    /** The media type of an answer that carries it. */
    public String type() {
        return type;
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
