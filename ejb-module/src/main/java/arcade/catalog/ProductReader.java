package arcade.catalog;

import arcade.database.Sql;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one product with all that its page shows, in six queries, and offers of single SKUs in one. */
@ApplicationScoped
class ProductReader {
    private static final int MOST_VARIANTS = 2_000;
    private static final int MOST_PICTURES = 250;
    private static final int RELATED = 4;
    private static final String PRODUCT = """
            SELECT p.id, p.title, p.body_html, p.vendor, p.tags, p.seo_title, p.seo_description,
                   p.option1_name, p.option2_name, p.option3_name, p.position, p.category_id,
                   c.handle, c.title
            FROM product p LEFT JOIN category c ON c.id = p.category_id
            WHERE p.store_id = ? AND p.handle = ? AND p.published""";
    private static final String VARIANTS = """
            SELECT v.sku, v.option1, v.option2, v.option3, v.price_minor, v.compare_at_minor, v.tracked,
                   v.requires_shipping, v.barcode, picture.media, picture.alt, picture.width, picture.height, v.id,
                   v.content_amount, v.content_unit, v.base_amount, v.base_unit
            FROM variant v LEFT JOIN picture ON picture.id = v.picture_id
            WHERE v.product_id = ? ORDER BY v.position, v.id LIMIT ?""";
    private static final String PICTURES = """
            SELECT media, alt, width, height FROM picture WHERE product_id = ? ORDER BY position, id LIMIT ?""";
    private static final String OFFERS = """
            SELECT v.sku, p.handle, p.title, v.option1, v.option2, v.option3, v.price_minor, v.tracked,
                   picture.media, picture.alt, picture.width, picture.height, c.handle AS category
            FROM variant v JOIN product p ON p.id = v.product_id
            LEFT JOIN category c ON c.id = p.category_id
            LEFT JOIN picture ON picture.id = COALESCE(v.picture_id,
                (SELECT f.id FROM picture f WHERE f.product_id = p.id AND f.position = 1 LIMIT 1))
            WHERE v.store_id = ? AND p.published AND v.sku IN (%s)""";

    @Inject
    private Sql sql;

    @Inject
    private CardReader cards;

    @Inject
    private PriceHistory prices;

    public Optional<ProductPage> page(Store store, String handle) {
        return sql.first(PRODUCT, ProductRow::read, store.id(), handle).map(row -> page(store, handle, row));
    }

    public Map<Sku, Offer> offers(Store store, Collection<Sku> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        List<Object> values = new ArrayList<>();
        values.add(store.id());
        skus.forEach(sku -> values.add(sku.value()));
        Map<Sku, Offer> offers = new LinkedHashMap<>();
        sql.list(OFFERS.formatted(Sql.marks(skus.size())), row -> offer(store, row), values.toArray())
                .forEach(offer -> offers.put(offer.sku(), offer));
        return offers;
    }

    public List<String> handlesAfter(Store store, String handle, int most) {
        return sql.list(
                "SELECT handle FROM product WHERE store_id = ? AND published = TRUE AND handle > ? ORDER BY handle LIMIT ?",
                row -> row.getString(1),
                store.id(),
                handle,
                most);
    }

    public Optional<String> handleAfter(Store store, String handle, int further) {
        return sql.first(
                "SELECT handle FROM product WHERE store_id = ? AND published = TRUE AND handle > ? ORDER BY handle"
                        + " LIMIT 1 OFFSET ?",
                row -> row.getString(1),
                store.id(),
                handle,
                further - 1);
    }

    private ProductPage page(Store store, String handle, ProductRow product) {
        List<PictureView> pictures =
                sql.list(PICTURES, row -> Shape.picture(row, 1, product.title()), product.id(), MOST_PICTURES);
        PictureView first = pictures.isEmpty() ? PictureView.of(null, product.title(), 0, 0) : pictures.get(0);
        Shape shape = new Shape(store);
        Map<Long, Long> lowest = prices.lowestBefore(sql.list(
                "SELECT id FROM variant WHERE product_id = ? AND compare_at_minor > price_minor LIMIT ?",
                row -> row.getLong(1),
                product.id(),
                MOST_VARIANTS));
        List<VariantView> variants =
                sql.list(VARIANTS, row -> variant(shape, row, first, lowest), product.id(), MOST_VARIANTS);
        List<Card> related = product.categoryId() == null
                ? List.of()
                : cards.related(store, product.categoryId(), product.id(), product.position(), RELATED);
        return new ProductPage(
                handle,
                product.title(),
                product.bodyHtml(),
                product.vendor(),
                product.tagList(),
                product.seoTitleOrTitle(),
                product.seoDescriptionOrBody(),
                product.shelf(),
                product.options(variants),
                variants,
                pictures.isEmpty() ? List.of(first) : pictures,
                related);
    }

    private static VariantView variant(Shape shape, ResultSet row, PictureView first, Map<Long, Long> lowest)
            throws SQLException {
        List<String> values = Shape.values(row.getString(2), row.getString(3), row.getString(4));
        long minor = row.getLong(5);
        PictureView own = Shape.picture(row, 10, first.alt());
        return new VariantView(
                new Sku(row.getString(1)),
                Shape.title(values),
                values,
                shape.price(minor),
                shape.compareAt(row.getObject(6, Long.class), minor),
                Optional.ofNullable(lowest.get(row.getLong(14))).map(shape::price),
                shape.unitPrice(row, 15, minor),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getString(9),
                own.missing() ? first : own);
    }

    private static Offer offer(Store store, ResultSet row) throws SQLException {
        String title = row.getString(3);
        return new Offer(
                new Sku(row.getString(1)),
                row.getString(2),
                Optional.ofNullable(row.getString("category")),
                title,
                Shape.title(Shape.values(row.getString(4), row.getString(5), row.getString(6))),
                new Money(row.getLong(7), store.currency()),
                row.getBoolean(8),
                Shape.picture(row, 9, title));
    }
}
