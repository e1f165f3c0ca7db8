package arcade.catalog.importing;

import arcade.catalog.importing.file.ProductDraft;
import arcade.shared.Sku;
import java.util.List;
import java.util.Set;

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
