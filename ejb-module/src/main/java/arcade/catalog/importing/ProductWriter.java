package arcade.catalog.importing;

import arcade.catalog.Content;
import arcade.catalog.PriceHistory;
import arcade.catalog.StockAboutToBeCounted;
import arcade.catalog.StockCounted;
import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.VariantDraft;
import arcade.database.Sql;
import arcade.shared.Sku;
import arcade.store.Revisions;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a batch of changed products, inside one transaction of its caller, and raises the store's revision once. */
@ApplicationScoped
class ProductWriter {
    private static final String PRODUCT = """
            INSERT INTO product (store_id, handle, category_id, title, body_html, vendor, tags, published, option1_name,
                option2_name, option3_name, seo_title, seo_description, from_minor, position, imported_hash,
                search_text, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE category_id = VALUE(category_id), title = VALUE(title),
                body_html = VALUE(body_html), vendor = VALUE(vendor), tags = VALUE(tags), published = VALUE(published),
                option1_name = VALUE(option1_name), option2_name = VALUE(option2_name),
                option3_name = VALUE(option3_name), seo_title = VALUE(seo_title),
                seo_description = VALUE(seo_description), from_minor = VALUE(from_minor), position = VALUE(position),
                imported_hash = VALUE(imported_hash), search_text = VALUE(search_text), updated_at = VALUE(updated_at),
                version = version + 1""";
    private static final String VARIANT = """
            INSERT INTO variant (product_id, store_id, sku, position, option1, option2, option3, price_minor,
                compare_at_minor, grams, barcode, tracked, requires_shipping, taxable, picture_id,
                content_amount, content_unit, base_amount, base_unit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE product_id = VALUE(product_id), position = VALUE(position),
                option1 = VALUE(option1), option2 = VALUE(option2), option3 = VALUE(option3),
                price_minor = VALUE(price_minor), compare_at_minor = VALUE(compare_at_minor), grams = VALUE(grams),
                barcode = VALUE(barcode), tracked = VALUE(tracked), requires_shipping = VALUE(requires_shipping),
                taxable = VALUE(taxable), picture_id = VALUE(picture_id),
                content_amount = VALUE(content_amount), content_unit = VALUE(content_unit),
                base_amount = VALUE(base_amount), base_unit = VALUE(base_unit), version = version + 1""";
    private static final String PICTURE =
            "INSERT INTO picture (product_id, position, media, source, alt, width, height)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final int USUAL_SIDE = 800;

    @Inject
    private Sql sql;

    @Inject
    private Revisions revisions;

    @Inject
    private ImportedCategories categories;

    @Inject
    private PriceHistory prices;

    @Inject
    private Event<StockAboutToBeCounted> counting;

    @Inject
    private Event<StockCounted> counted;

    public void write(Store store, List<Change> changes, Loading pictures, Witness witness) {
        // The store's row first: two imports into one store take turns.
        revisions.raise(store.id());
        List<Candidate> candidates = changes.stream().map(Change::candidate).toList();
        List<String> handles = Candidate.handles(candidates);
        List<Sku> skus = Candidate.skus(candidates);
        announce(store, candidates);
        witness.before(handles, skus);
        Map<String, Long> byType = categories.of(
                store,
                changes.stream()
                        .map(change -> change.candidate().draft().type())
                        .toList());
        SortedMap<Sku, Long> counts = new TreeMap<>();
        for (Change change : changes) {
            if (change.hasSameContent()
                    && change.missed().stream()
                            .noneMatch(missed -> pictures.of(missed).isPresent())) {
                sql.update(
                        "UPDATE product SET position = ?, updated_at = UTC_TIMESTAMP(6), version = version + 1 WHERE id = ?",
                        change.candidate().position(),
                        change.stored().orElseThrow().id());
            } else {
                writeOne(store, change, byType.get(change.candidate().draft().type()), pictures);
                counts.putAll(change.candidate().counts());
            }
        }
        count(store, counts);
        witness.after(handles, skus);
    }

    /**
     * Writes one product, inside a transaction of its caller who has raised the store's revision.
     *
     * @param category its row; null: none
     * @return the product's row
     */
    public long write(Store store, Change change, Long category, Loading loading) {
        announce(store, List.of(change.candidate()));
        long product = writeOne(store, change, category, loading);
        count(store, change.candidate().counts());
        return product;
    }

    private void announce(Store store, List<Candidate> candidates) {
        List<Sku> tracked = candidates.stream()
                .flatMap(candidate -> candidate.counts().keySet().stream())
                .toList();
        if (!tracked.isEmpty()) {
            counting.fire(new StockAboutToBeCounted(store.id(), tracked));
        }
    }

    private void count(Store store, SortedMap<Sku, Long> pieces) {
        if (!pieces.isEmpty()) {
            counted.fire(new StockCounted(store.id(), pieces));
        }
    }

    private long writeOne(Store store, Change change, Long category, Loading loading) {
        ProductDraft draft = change.candidate().draft();
        sql.update(PRODUCT, productValues(store, change, category));
        long product = sql.first(
                        "SELECT id FROM product WHERE store_id = ? AND handle = ?",
                        row -> row.getLong(1),
                        store.id(),
                        draft.handle())
                .orElseThrow();
        Map<String, Long> pictures = pictures(product, change, loading);
        deleteOthers(product, draft.variants());
        int position = 0;
        for (VariantDraft variant : draft.variants()) {
            sql.update(VARIANT, variantValues(store, product, ++position, variant, pictures.get(variant.picture())));
        }
        prices.keep(product);
        return product;
    }

    private Object[] productValues(Store store, Change change, Long category) {
        ProductDraft draft = change.candidate().draft();
        long from = draft.variants().stream()
                .mapToLong(VariantDraft::priceMinor)
                .min()
                .orElseThrow();
        return new Object[] {
            store.id(),
            draft.handle(),
            category,
            draft.title(),
            draft.bodyHtml(),
            draft.vendor(),
            draft.tags(),
            draft.published(),
            nth(draft.optionNames(), 0),
            nth(draft.optionNames(), 1),
            nth(draft.optionNames(), 2),
            draft.seoTitle(),
            draft.seoDescription(),
            from,
            change.candidate().position(),
            change.fingerprint(),
            SearchText.of(draft)
        };
    }

    private static Object[] variantValues(Store store, long product, int position, VariantDraft variant, Long picture) {
        return new Object[] {
            product,
            store.id(),
            variant.sku().value(),
            position,
            nth(variant.options(), 0),
            nth(variant.options(), 1),
            nth(variant.options(), 2),
            variant.priceMinor(),
            variant.compareAtMinor().orElse(null),
            variant.grams(),
            variant.barcode(),
            variant.tracked(),
            variant.requiresShipping(),
            variant.taxable(),
            picture,
            variant.content().map(Content::amount).orElse(null),
            variant.content().map(content -> content.unit().name()).orElse(null),
            variant.content().map(Content::baseAmount).orElse(null),
            variant.content().map(content -> content.baseUnit().name()).orElse(null)
        };
    }

    /** The row of each picture by its source. */
    private Map<String, Long> pictures(long product, Change change, Loading loading) {
        sql.update("DELETE FROM picture WHERE product_id = ?", product);
        Map<String, Long> rows = new HashMap<>();
        for (PictureDraft picture : change.candidate().draft().pictures()) {
            Optional<Known> known = loading.of(picture).or(() -> change.knownOf(picture));
            long row = sql.insert(
                    PICTURE,
                    product,
                    rows.size() + 1,
                    known.map(Known::media).orElse(null),
                    picture.source(),
                    picture.alt(),
                    known.map(Known::width).orElse(USUAL_SIDE),
                    known.map(Known::height).orElse(USUAL_SIDE));
            rows.put(picture.source(), row);
        }
        return rows;
    }

    private void deleteOthers(long product, List<VariantDraft> variants) {
        List<Object> values = new ArrayList<>();
        values.add(product);
        variants.forEach(variant -> values.add(variant.sku().value()));
        sql.update(
                "DELETE FROM variant WHERE product_id = ? AND sku NOT IN (" + Sql.marks(variants.size()) + ")",
                values.toArray());
    }

    private static String nth(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : null;
    }
}
