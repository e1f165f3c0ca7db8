package arcade.catalog.importing.file;

import arcade.catalog.Content;
import arcade.shared.Sku;
import java.util.List;
import java.util.Optional;

/**
 * A variant as the file has it, checked.
 *
 * @param options one value for each of the product's options
 * @param pieces how many the file counts; meaningless if not tracked
 * @param picture source of its own picture, else empty
 */
public record VariantDraft(
        long line,
        Sku sku,
        List<String> options,
        long priceMinor,
        Optional<Long> compareAtMinor,
        Optional<Content> content,
        int grams,
        String barcode,
        boolean tracked,
        long pieces,
        boolean requiresShipping,
        boolean taxable,
        String picture) {}
