package arcade.catalog.importing;

import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.VariantDraft;
import arcade.shared.Sku;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A draft in its batch. @param position of the product in the file, from 1 */
record Candidate(ProductDraft draft, int position) {

    static List<Sku> skus(List<Candidate> batch) {
        return batch.stream()
                .flatMap(candidate -> candidate.draft().variants().stream())
                .map(variant -> variant.sku())
                .toList();
    }

    static List<String> handles(List<Candidate> batch) {
        return batch.stream().map(candidate -> candidate.draft().handle()).toList();
    }

    /** The pieces of the variants that are counted, in the order of their SKUs. */
    SortedMap<Sku, Long> counts() {
        SortedMap<Sku, Long> pieces = new TreeMap<>();
        draft.variants().stream()
                .filter(VariantDraft::tracked)
                .forEach(variant -> pieces.put(variant.sku(), variant.pieces()));
        return pieces;
    }

    /** The same product without the variants of these SKUs. */
    Candidate without(Set<Sku> skus) {
        ProductDraft d = draft;
        return new Candidate(
                new ProductDraft(
                        d.line(),
                        d.handle(),
                        d.title(),
                        d.bodyHtml(),
                        d.vendor(),
                        d.type(),
                        d.tags(),
                        d.published(),
                        d.optionNames(),
                        d.seoTitle(),
                        d.seoDescription(),
                        d.variants().stream()
                                .filter(variant -> !skus.contains(variant.sku()))
                                .toList(),
                        d.pictures()),
                position);
    }
}
