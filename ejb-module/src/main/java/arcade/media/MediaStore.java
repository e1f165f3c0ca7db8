package arcade.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures, which all nodes share, named by their content: the same picture is stored once, and what lies under a name never
 * changes. A photograph lies there in up to four smaller widths, too, made when it is stored. A name from outside is looked up
 * only if it has exactly the shape of one.
 */
@ApplicationScoped
public class MediaStore {
    /** For answers and objects that carry a picture. */
    public static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(?:\\.([a-z]{3,4})|-([0-9]{3,4}))");

    private final Shelf shelf;

    /** For the container's proxy only. */
    protected MediaStore() {
        shelf = null;
    }

    @Inject
    public MediaStore(MediaSettings settings) {
        this(settings.shelf());
    }

    MediaStore(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * A width that was never made is made now: its photograph was stored by a release that made none.
     *
     * @return the stored picture of that name; the caller closes it
     * @throws IOException where pictures lie nobody answers
     */
    public Optional<Media> open(String name) throws IOException {
        Matcher shape = NAME.matcher(name);
        if (!shape.matches()) {
            return Optional.empty();
        }
        if (shape.group(2) != null) {
            Optional<MediaKind> kind = MediaKind.ofEnding(shape.group(2));
            return kind.isPresent()
                    ? shelf.open(name).map(found -> new Media(kind.get(), found.length(), found.stream()))
                    : Optional.empty();
        }
        int width = Integer.parseInt(shape.group(3));
        if (!Widths.ALL.contains(width)) {
            return Optional.empty();
        }
        Optional<Media> made = width(name);
        return made.isPresent() || !makeWidths(shape.group(1)) ? made : width(name);
    }

    /**
     * Stores a picture and its widths.
     *
     * @throws UncheckedIOException where pictures lie nothing can be written
     */
    public void put(Picture picture) {
        try {
            if (shelf.holds(picture.name())) {
                return;
            }
            putWidths(picture);
            // Last: whoever finds it need not ask for its widths.
            shelf.put(picture.name(), picture.kind(), picture.content());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store " + picture.name() + ": " + e.getMessage(), e);
        }
    }

    private void putWidths(Picture picture) throws IOException {
        for (Widths.Made each : Widths.of(picture)) {
            shelf.put(Widths.name(picture.name(), each.width()), each.kind(), each.content());
        }
    }

    private Optional<Media> width(String name) throws IOException {
        Optional<Shelf.Content> found = shelf.open(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(told(found.get()));
    }

    /** The name of a width does not tell its kind: that follows from its first bytes. */
    private static Media told(Shelf.Content content) throws IOException {
        InputStream stream = new BufferedInputStream(content.stream());
        stream.mark(MediaKind.TELLING_BYTES);
        byte[] start = stream.readNBytes(MediaKind.TELLING_BYTES);
        stream.reset();
        try {
            return new Media(MediaKind.of(start), content.length(), stream);
        } catch (NotAPicture e) {
            stream.close();
            throw new IOException("what is stored is damaged: " + e.getMessage(), e);
        }
    }

    /** Whether there is a photograph that has widths. */
    private boolean makeWidths(String hash) throws IOException {
        for (MediaKind kind : List.of(MediaKind.JPEG, MediaKind.PNG, MediaKind.WEBP)) {
            Optional<Shelf.Content> found = shelf.open(hash + "." + kind.ending());
            if (found.isPresent()) {
                try (InputStream stream = found.get().stream()) {
                    putWidths(Picture.of(stream.readAllBytes()));
                    return true;
                } catch (NotAPicture e) {
                    throw new IOException("what is stored is damaged: " + e.getMessage(), e);
                }
            }
        }
        return false;
    }
}
