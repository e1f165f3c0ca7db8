package arcade.catalog.importing;

import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.VariantDraft;
import arcade.shared.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * A hash of all that an import writes of a product, its pictures in the archive included; lines and position are not in
 * it.
 */
final class Fingerprint {
    /** Another number makes the next import write every product anew: when cleaning or reading changes. */
    private static final String RULES = "1";

    private final Sha256 sum = new Sha256();

    private Fingerprint() {}

    /** @param mark what tells one content of a picture from another */
    static String of(ProductDraft draft, Function<PictureDraft, String> mark) {
        Fingerprint print = new Fingerprint();
        print.add(RULES, draft.handle(), draft.title(), draft.bodyHtml(), draft.vendor(), draft.type(), draft.tags());
        print.add(draft.published(), draft.optionNames(), draft.seoTitle(), draft.seoDescription());
        for (VariantDraft variant : draft.variants()) {
            print.add(
                    variant.sku(), variant.options(), variant.priceMinor(), variant.compareAtMinor(), variant.grams());
            print.add(variant.barcode(), variant.tracked(), variant.pieces(), variant.requiresShipping());
            print.add(variant.taxable(), variant.picture());
            // A product that tells none is not written anew because others may.
            variant.content().ifPresent(print::add);
        }
        for (PictureDraft picture : draft.pictures()) {
            print.add(picture.source(), picture.alt(), mark.apply(picture));
        }
        return print.sum.hex();
    }

    /** Each with its length before it, so that two neighbours never read as two others. */
    private void add(Object... values) {
        for (Object value : values) {
            byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            sum.with(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array())
                    .with(bytes);
        }
    }
}
