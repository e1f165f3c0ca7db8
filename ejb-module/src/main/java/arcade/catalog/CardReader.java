package arcade.catalog;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads lists: how many, which on this page, and the cards of those. Three queries however long the list is. */
@ApplicationScoped
class CardReader {
    private static final String CARDS = """
            SELECT p.handle, p.title, p.from_minor,
                   (SELECT MAX(v.price_minor) FROM variant v WHERE v.product_id = p.id),
                   cheapest.compare_at_minor, picture.media, picture.alt, picture.width, picture.height, cheapest.id,
                   cheapest.content_amount, cheapest.content_unit, cheapest.base_amount, cheapest.base_unit
            FROM product p LEFT JOIN variant cheapest ON cheapest.id =
                (SELECT v.id FROM variant v WHERE v.product_id = p.id AND v.price_minor = p.from_minor
                 ORDER BY v.position LIMIT 1)
            LEFT JOIN picture ON picture.product_id = p.id AND picture.position = 1
            WHERE p.id IN (%1$s) AND p.published = TRUE ORDER BY FIELD(p.id, %1$s)""";
    // Two short walks along the list's index, however long the shelf is.
    private static final String RELATED = """
            SELECT id FROM (
                (SELECT id, position - ? AS distance FROM product
                 WHERE store_id = ? AND published = TRUE AND category_id = ? AND position >= ? AND id <> ?
                 ORDER BY position, id LIMIT ?)
                UNION ALL
                (SELECT id, ? - position FROM product
                 WHERE store_id = ? AND published = TRUE AND category_id = ? AND position < ?
                 ORDER BY position DESC, id DESC LIMIT ?)) near
            ORDER BY distance, id LIMIT ?""";

    @Inject
    private Sql sql;

    @Inject
    private PriceHistory prices;

    /** @param variant the cheapest one, by id */
    private record Cheapest(long variant, Card card) {}

    public CardPage page(Store store, CardQuery query) {
        Selection selection = Selection.of(store, query);
        CardPage page = page(store, query, selection);
        return page.total() == 0 && selection.isSearch() ? page(store, query, selection.inTitlesOnly()) : page;
    }

    public List<Card> related(Store store, long category, long product, int position, int most) {
        Object[] values = {
            position,
            store.id(),
            category,
            position,
            product,
            most,
            position,
            store.id(),
            category,
            position,
            most,
            most
        };
        return cards(store, sql.list(RELATED, row -> row.getLong(1), values));
    }

    private CardPage page(Store store, CardQuery query, Selection selection) {
        long total = selection.isNothing()
                ? 0
                : sql.first(selection.count(), row -> row.getLong(1), selection.values())
                        .orElse(0L);
        List<Long> ids = total == 0
                ? List.of()
                : sql.list(selection.ids(query), row -> row.getLong(1), selection.idValues(query));
        return new CardPage(cards(store, ids), total, query.page(), query.size());
    }

    /** The cards of those that are published, in the order of their ids. */
    public List<Card> cards(Store store, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Shape shape = new Shape(store);
        List<Object> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        List<Cheapest> read = sql.list(
                CARDS.formatted(Sql.marks(ids.size())),
                row -> new Cheapest(row.getLong(10), card(shape, row)),
                twice.toArray());
        Map<Long, Long> lowest = prices.lowestBefore(read.stream()
                .filter(cheapest -> cheapest.card().compareAt().isPresent())
                .map(Cheapest::variant)
                .toList());
        return read.stream()
                .map(cheapest -> cheapest.card()
                        .after(Optional.ofNullable(lowest.get(cheapest.variant()))
                                .map(shape::price)))
                .toList();
    }

    private static Card card(Shape shape, ResultSet row) throws SQLException {
        String title = row.getString(2);
        long from = row.getLong(3);
        return new Card(
                row.getString(1),
                title,
                shape.price(from),
                shape.compareAt(row.getObject(5, Long.class), from),
                Optional.empty(),
                shape.unitPrice(row, 11, from),
                row.getLong(4) > from,
                Shape.picture(row, 6, title));
    }
}
