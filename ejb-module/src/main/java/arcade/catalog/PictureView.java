package arcade.catalog;

import arcade.media.Widths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A picture on a page. A missing one (never given, or not loaded by the import) has the address {@code ""}: the page
 * shows its placeholder in the same size.
 *
 * @param address path on the store's host, good for ever: the content of an address never changes
 * @param width in pixels, for the layout
 * @param height in pixels, for the layout
 */
public record PictureView(String address, String alt, int width, int height) {
    private static final String MEDIA = "/media/";
    private static final int SIDE = 800;

    static PictureView of(String media, String alt, int width, int height) {
        return media == null
                ? new PictureView("", alt == null ? "" : alt, SIDE, SIDE)
                : new PictureView(MEDIA + media, alt, width, height);
    }

    public boolean missing() {
        return address.isEmpty();
    }

    /** The widths among which a browser chooses; none: there is one only. */
    public Optional<String> srcset() {
        String name = address.substring(address.lastIndexOf('/') + 1);
        List<Integer> widths = missing() ? List.of() : Widths.of(name, width);
        return widths.isEmpty()
                ? Optional.empty()
                : Optional.of(widths.stream()
                        .map(each -> MEDIA + Widths.name(name, each) + " " + each + "w")
                        .collect(Collectors.joining(", ", "", ", " + address + " " + width + "w")));
    }
}
