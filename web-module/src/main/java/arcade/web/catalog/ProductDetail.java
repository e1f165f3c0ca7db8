package arcade.web.catalog;

import arcade.catalog.PictureView;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import java.util.List;

/**
 * One variant of a product, all that its page shows.
 *
 * @param choices one group for each option
 * @param delivery what delivery within the store's country costs, in words
 * @param promise when it is at the door, in words; empty: nobody knows, or it cannot be bought
 * @param data the product for search engines
 */
public record ProductDetail(
        ProductPage product,
        VariantView variant,
        List<Choices.Group> choices,
        Availability stock,
        String delivery,
        String promise,
        String data) {

    /** The large one: the variant's, else the product's first. */
    public PictureView picture() {
        return variant.picture().missing() ? product.pictures().get(0) : variant.picture();
    }

    /** The small ones below; none if there is just one picture. */
    public List<Thumb> thumbs() {
        return product.pictures().size() < 2
                ? List.of()
                : product.pictures().stream().map(this::thumb).toList();
    }

    /** @param href page of the variant that looks so, else the picture itself */
    public record Thumb(PictureView picture, String href, boolean shown) {}

    private Thumb thumb(PictureView picture) {
        String href = product.variants().stream()
                .filter(candidate -> candidate.picture().address().equals(picture.address()))
                .findFirst()
                .map(candidate -> Choices.address(product, candidate))
                .orElse(picture.address());
        return new Thumb(picture, href, picture.address().equals(picture().address()));
    }
}
