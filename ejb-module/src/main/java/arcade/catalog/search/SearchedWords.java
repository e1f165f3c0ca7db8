package arcade.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/**
 * How words are found: as they are written, by their stem in the store's language, by their beginning, and with one letter wrong. All
 * words of a search must be found; an exact one counts more than a beginning, a beginning more than a slip, a title more than a text.
 */
final class SearchedWords {
    private static final String PLAIN_TITLE = "title_plain";

    /** Fields of the index; {@code plain} ones hold whole words without accents, the others their stems. */
    static final List<Searched> FIELDS = List.of(
            new Searched(PLAIN_TITLE, true, true, 8),
            new Searched("title_stem", true, false, 6),
            new Searched("text_plain", false, true, 2),
            new Searched("text_stem", false, false, 1.5f));

    private static final List<Searched> TITLE_FIELDS =
            FIELDS.stream().filter(Searched::ofTitle).toList();
    private static final int MOST_WORDS = 10;
    /** Letters of a word that is offered in the place of one that is not known. */
    private static final int FARTHEST = 2;
    /** A shorter word with another letter is another word. */
    private static final int SHORTEST_SLIP = 4;

    private static final float BEGINNING = 0.5f;
    private static final float SLIP = 0.2f;

    // One each for all stores: an analyzer keeps a working set for each thread that ever used it.
    private static final Analyzer PLAIN = new WholeWords();
    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final Analyzer GERMAN = new GermanAnalyzer();
    private static final Analyzer OTHERS = new StandardAnalyzer();

    private final Analyzer stems;

    record Searched(String name, boolean ofTitle, boolean plain, float weight) {}

    SearchedWords(Locale language) {
        stems = switch (language.getLanguage()) {
            case "en" -> ENGLISH;
            case "de" -> GERMAN;
            default -> OTHERS;
        };
    }

    Analyzer analyzer() {
        Map<String, Analyzer> byField = new HashMap<>();
        FIELDS.forEach(field -> byField.put(field.name(), field.plain() ? PLAIN : stems));
        return new PerFieldAnalyzerWrapper(PLAIN, byField);
    }

    /** Empty when no word was typed. */
    Optional<Query> query(String typed) {
        return all(typed, word -> one(word, FIELDS));
    }

    /** As {@link #query}, in titles only. */
    Optional<Query> inTitles(String typed) {
        return all(typed, word -> one(word, TITLE_FIELDS));
    }

    /** Finds titles that have the words anywhere, in the middle of a longer word too: slower, for what is found no other way. */
    Optional<Query> within(String typed) {
        return all(typed, word -> new WildcardQuery(new Term(PLAIN_TITLE, "*" + word + "*")));
    }

    /** The same words with each that no title has replaced by the nearest that some have; empty if there is none to replace. */
    Optional<String> nearest(IndexReader reader, String typed) throws IOException {
        Terms known = MultiTerms.getTerms(reader, PLAIN_TITLE);
        List<String> words = terms(PLAIN, typed);
        if (known == null || words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        List<String> meant = new ArrayList<>();
        for (String word : words) {
            meant.add(nearest(known, word));
        }
        return meant.equals(words) ? Optional.empty() : Optional.of(String.join(" ", meant));
    }

    private static String nearest(Terms known, String word) throws IOException {
        if (word.length() < SHORTEST_SLIP || known.iterator().seekExact(new BytesRef(word))) {
            return word;
        }
        FuzzyTermsEnum near = new FuzzyTermsEnum(known, new Term(PLAIN_TITLE, word), FARTHEST, 0, true);
        String best = word;
        float closeness = 0;
        int titles = 0;
        for (BytesRef term = near.next(); term != null; term = near.next()) {
            // The boost is 1 for the word itself and falls with each letter that differs.
            if (near.getBoost() > closeness || near.getBoost() == closeness && near.docFreq() > titles) {
                best = term.utf8ToString();
                closeness = near.getBoost();
                titles = near.docFreq();
            }
        }
        return best;
    }

    /** A word that the language leaves out, as "the", need not be found where another one is. */
    private Optional<Query> all(String typed, Function<String, Query> query) {
        List<String> words = terms(PLAIN, typed).stream().limit(MOST_WORDS).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean meaning = words.stream().anyMatch(word -> !terms(stems, word).isEmpty());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            boolean needed = !meaning || !terms(stems, word).isEmpty();
            all.add(query.apply(word), needed ? Occur.MUST : Occur.SHOULD);
        }
        return Optional.of(all.build());
    }

    private Query one(String word, List<Searched> fields) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> stemmed = terms(stems, word);
        for (Searched field : fields) {
            if (field.plain()) {
                Term term = new Term(field.name(), word);
                any.add(new BoostQuery(new TermQuery(term), field.weight()), Occur.SHOULD);
                any.add(new BoostQuery(new PrefixQuery(term), field.weight() * BEGINNING), Occur.SHOULD);
                if (word.length() >= SHORTEST_SLIP) {
                    any.add(new BoostQuery(new FuzzyQuery(term, 1, 1), field.weight() * SLIP), Occur.SHOULD);
                }
            } else {
                stemmed.forEach(stem -> any.add(
                        new BoostQuery(new TermQuery(new Term(field.name(), stem)), field.weight()), Occur.SHOULD));
            }
        }
        return any.build();
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("any", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static final class WholeWords extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(new LowerCaseFilter(in));
        }
    }
}
