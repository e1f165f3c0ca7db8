package arcade.catalog;

import arcade.database.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a shopper typed, as MariaDB's full text understands it: words of three letters and more are searched as prefixes
 * in the index, shorter ones in the title only, and words that the index leaves out (its stop words) are not asked for.
 *
 * @param indexed words for the full text index
 * @param shorter words that the index does not hold
 */
record SearchWords(List<String> indexed, List<String> shorter) {
    private static final int SHORTEST_INDEXED = 3;
    private static final int MOST = 8;
    private static final Set<String> STOP_WORDS = Set.of(
            "about", "are", "com", "for", "from", "how", "that", "the", "this", "und", "was", "what", "when", "where",
            "who", "will", "with", "www");

    static SearchWords of(String text) {
        List<String> words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        List<String> indexed = new ArrayList<>();
        List<String> shorter = new ArrayList<>();
        for (String word : words) {
            if (word.length() < SHORTEST_INDEXED) {
                shorter.add(word);
            } else if (!STOP_WORDS.contains(word)) {
                indexed.add(word);
            }
        }
        // A search of stop words alone looks for them in titles.
        return new SearchWords(indexed, indexed.isEmpty() ? words : shorter);
    }

    /** Nothing to search by: the list is empty, not everything. */
    boolean isEmpty() {
        return indexed.isEmpty() && shorter.isEmpty();
    }

    /** The same search in titles alone. */
    SearchWords inTitlesOnly() {
        List<String> all = new ArrayList<>(indexed);
        all.addAll(shorter);
        return new SearchWords(List.of(), all.stream().distinct().toList());
    }

    /** {@code +ocean* +shi*} */
    String against() {
        return String.join(" ", indexed.stream().map(word -> "+" + word + "*").toList());
    }

    /** A pattern for LIKE that finds the text anywhere. */
    static String anywhere(String text) {
        return "%" + Sql.literally(text) + "%";
    }
}
