package arcade.catalog;

import arcade.database.Sql;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists: how many, which on this page, and the cards of those. Three queries however long the list is. */
@ApplicationScoped
class CardReader {
    private static final String CARDS = """
            SELECT p.handle, p.title, p.from_minor,
                   (SELECT MAX(v.price_minor) FROM variant v WHERE v.product_id = p.id),
                   (SELECT v.compare_at_minor FROM variant v WHERE v.product_id = p.id AND v.price_minor = p.from_minor
                    ORDER BY v.position LIMIT 1),
                   picture.media, picture.alt, picture.width, picture.height
            FROM product p LEFT JOIN picture ON picture.product_id = p.id AND picture.position = 1
            WHERE p.id IN (%1$s) ORDER BY FIELD(p.id, %1$s)""";
    private static final String RELATED = """
            SELECT p.id FROM product p WHERE p.store_id = ? AND p.published AND p.category_id = ? AND p.id <> ?
            ORDER BY ABS(p.position - ?), p.id LIMIT ?""";

    @Inject
    private Sql sql;

    public CardPage page(Store store, CardQuery query) {
        Selection selection = Selection.of(store, query);
        CardPage page = page(store, query, selection);
        return page.total() == 0 && selection.isSearch() ? page(store, query, selection.inTitlesOnly()) : page;
    }

    public List<Card> related(Store store, long category, long product, int position, int most) {
        return cards(store, sql.list(RELATED, row -> row.getLong(1), store.id(), category, product, position, most));
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

    private List<Card> cards(Store store, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Shape shape = new Shape(store);
        List<Object> twice = new ArrayList<>(ids);
        twice.addAll(ids);
        return sql.list(CARDS.formatted(Sql.marks(ids.size())), row -> card(shape, row), twice.toArray());
    }

    private static Card card(Shape shape, ResultSet row) throws SQLException {
        String title = row.getString(2);
        long from = row.getLong(3);
        long most = row.getLong(4);
        Optional<Price> compareAt = shape.compareAt(row.getObject(5, Long.class), from);
        return new Card(
                row.getString(1), title, shape.price(from), compareAt, most > from, Shape.picture(row, 6, title));
    }
}
