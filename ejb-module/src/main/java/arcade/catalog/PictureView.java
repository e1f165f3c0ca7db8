package arcade.catalog;

/**
 * A picture on a page. A missing one (never given, or not loaded by the import) has the address {@code ""}: the page
 * shows its placeholder in the same size.
 *
 * @param address path on the store's host, good for ever: the content of an address never changes
 * @param width in pixels, for the layout
 * @param height in pixels, for the layout
 */
public record PictureView(String address, String alt, int width, int height) {
    private static final int SIDE = 800;

    static PictureView of(String media, String alt, int width, int height) {
        return media == null
                ? new PictureView("", alt == null ? "" : alt, SIDE, SIDE)
                : new PictureView("/media/" + media, alt, width, height);
    }

    public boolean missing() {
        return address.isEmpty();
    }
}
