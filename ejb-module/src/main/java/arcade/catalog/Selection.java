package arcade.catalog;

import arcade.store.Store;
import java.util.ArrayList;
import java.util.List;

/** The SQL of one list: which products, and in which order. */
record Selection(Store store, CardQuery query, SearchWords words) {
    private static final String MATCH = "MATCH (p.title, p.search_text) AGAINST (? IN BOOLEAN MODE)";
    private static final String LIKE = "p.title LIKE ?";

    static Selection of(Store store, CardQuery query) {
        return new Selection(store, query, SearchWords.of(query.words()));
    }

    Selection inTitlesOnly() {
        return new Selection(store, query, words.inTitlesOnly());
    }

    boolean isSearch() {
        return !query.words().isEmpty();
    }

    /** A search by signs alone finds nothing. */
    boolean isNothing() {
        return isSearch() && words.isEmpty();
    }

    String count() {
        return "SELECT COUNT(*) " + from();
    }

    String ids(CardQuery page) {
        return "SELECT p.id " + from() + " ORDER BY " + order() + " LIMIT ? OFFSET ?";
    }

    Object[] values() {
        return whereValues().toArray();
    }

    Object[] idValues(CardQuery page) {
        List<Object> values = whereValues();
        if (byRelevance()) {
            values.add(SearchWords.anywhere(query.words()));
            if (!words.indexed().isEmpty()) {
                values.add(words.against());
            }
        }
        values.add(page.size());
        values.add((page.page() - 1) * page.size());
        return values.toArray();
    }

    private boolean byRelevance() {
        return isSearch() && query.order() == CardOrder.RELEVANCE;
    }

    /** The typed words in the title first, then by the index's weight, then the shopkeeper's order. */
    private String order() {
        if (!byRelevance()) {
            return query.order().columns();
        }
        String weight = words.indexed().isEmpty() ? "" : MATCH + " DESC, ";
        return "(" + LIKE + ") DESC, " + weight + query.order().columns();
    }

    private String from() {
        StringBuilder from = new StringBuilder("FROM product p WHERE p.store_id = ? AND p.published = TRUE");
        if (query.category().isPresent()) {
            from.append(" AND p.category_id ="
                    + " (SELECT c.id FROM category c WHERE c.store_id = p.store_id AND c.handle = ?)");
        }
        if (!words.indexed().isEmpty()) {
            from.append(" AND ").append(MATCH);
        }
        from.append((" AND " + LIKE).repeat(words.shorter().size()));
        return from.toString();
    }

    private List<Object> whereValues() {
        List<Object> values = new ArrayList<>();
        values.add(store.id());
        query.category().ifPresent(values::add);
        if (!words.indexed().isEmpty()) {
            values.add(words.against());
        }
        words.shorter().forEach(word -> values.add(SearchWords.anywhere(word)));
        return values;
    }
}
