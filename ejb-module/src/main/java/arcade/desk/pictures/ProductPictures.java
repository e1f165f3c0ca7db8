package arcade.desk.pictures;

import arcade.media.Widths;
import java.util.List;
import java.util.Optional;

/** The pictures of a product, in the order that shoppers see. */
public record ProductPictures(
        long product, long storeId, String store, String handle, String title, List<StoredPicture> pictures) {

    public ProductPictures {
        pictures = List.copyOf(pictures);
    }

    /**
     * One of them.
     *
     * @param media its name in the media store; empty: it could not be loaded when it was imported
     * @param alt what is told to who cannot see it
     * @param width in pixels
     * @param height in pixels
     */
    public record StoredPicture(long id, Optional<String> media, String alt, int width, int height) {

        /** The name of its smallest width; empty: there is nothing to show. */
        public Optional<String> small() {
            return media.map(name -> Widths.of(name, width).stream()
                    .findFirst()
                    .map(least -> Widths.name(name, least))
                    .orElse(name));
        }
    }
}
