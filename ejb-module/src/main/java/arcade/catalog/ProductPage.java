package arcade.catalog;

import java.util.List;
import java.util.Optional;

/**
 * All that a product's page shows, except stock.
 *
 * @param bodyHtml cleaned by the import: safe to be written into a page as it is
 * @param variants at least one, in the shopkeeper's order
 * @param pictures at least one; a product without pictures has a missing one
 * @param seoDescription at most 500 characters of text, never empty if there is a body
 */
public record ProductPage(
        String handle,
        String title,
        String bodyHtml,
        String vendor,
        List<String> tags,
        String seoTitle,
        String seoDescription,
        Optional<Shelf> category,
        List<ProductOption> options,
        List<VariantView> variants,
        List<PictureView> pictures,
        List<Card> related) {
    public ProductPage {
        tags = List.copyOf(tags);
        options = List.copyOf(options);
        variants = List.copyOf(variants);
        pictures = List.copyOf(pictures);
        related = List.copyOf(related);
    }

    public VariantView firstVariant() {
        return variants.get(0);
    }

    /** The variant of a SKU given in an address, which may be any text. */
    public Optional<VariantView> variant(String sku) {
        return variants.stream()
                .filter(variant -> variant.sku().value().equals(sku))
                .findFirst();
    }

    /** About how much memory the page holds while it is cached. */
    int kilobytes() {
        return 2 + (bodyHtml.length() + 300 * (variants.size() + pictures.size() + related.size())) / 1024;
    }
}
