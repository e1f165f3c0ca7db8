package arcade.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How words are found: as they are written, by their stem in the store's language, by their beginning, and with one letter wrong. All
 * words of a search must be found; an exact one counts more than a beginning, a beginning more than a slip, a title more than a text.
 */
final class SearchedWords {
    /** Fields of the index; {@code plain} ones hold whole words without accents, the others their stems. */
    static final List<Searched> FIELDS = List.of(
            new Searched("title_plain", true, true, 8),
            new Searched("title_stem", true, false, 6),
            new Searched("text_plain", false, true, 2),
            new Searched("text_stem", false, false, 1.5f));

    private static final int MOST_WORDS = 10;
    /** A shorter word with another letter is another word. */
    private static final int SHORTEST_SLIP = 4;

    private static final float BEGINNING = 0.5f;
    private static final float SLIP = 0.2f;

    private final Analyzer plain = new WholeWords();
    private final Analyzer stems;

    record Searched(String name, boolean ofTitle, boolean plain, float weight) {}

    SearchedWords(Locale language) {
        stems = switch (language.getLanguage()) {
            case "en" -> new EnglishAnalyzer();
            case "de" -> new GermanAnalyzer();
            default -> new StandardAnalyzer();
        };
    }

    Analyzer analyzer() {
        Map<String, Analyzer> byField = new HashMap<>();
        FIELDS.forEach(field -> byField.put(field.name(), field.plain() ? plain : stems));
        return new PerFieldAnalyzerWrapper(plain, byField);
    }

    /** Empty when no word was typed. */
    Optional<Query> query(String typed) {
        List<String> words = terms(plain, typed);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.stream().limit(MOST_WORDS).forEach(word -> all.add(one(word), Occur.MUST));
        return Optional.of(all.build());
    }

    private Query one(String word) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        List<String> stemmed = terms(stems, word);
        for (Searched field : FIELDS) {
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
