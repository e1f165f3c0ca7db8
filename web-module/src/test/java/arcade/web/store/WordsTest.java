package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Pattern KEY = Pattern.compile("['\"]([a-z]+(\\.[a-zA-Z_0-9]+)*)['\"]");
    private static final Pattern SPOKEN = Pattern.compile(">[^<>#{}]*[A-Za-z]{3,}[^<>{}]*<");

    @Test
    void everyLanguageSaysEverything() {
        assertEquals(keys(Locale.ROOT), keys(Locale.GERMAN));
    }

    @Test
    void numbersAndApostrophesStandAsPeopleWriteThem() {
        Wording english = new Wording(Words.class, "words", Locale.UK);
        Wording german = new Wording(Words.class, "words", Locale.GERMANY);

        assertEquals("1 article", english.say("list.count", 1));
        assertEquals("12,345 articles", english.say("list.count", 12_345));
        assertEquals("12.345 Artikel", german.say("list.count", 12_345));
        assertEquals("Found for “mug”", english.say("search.found", "mug"));
        assertTrue(english.say("home.safe.text").contains("our bank's own page"), english.say("home.safe.text"));
        assertEquals("Only 3 left, ready to send", new Wording(Words.class, "words", Locale.JAPAN).say("stock.few", 3));
    }

    @Test
    void everyKeyIsSaidSomewhere() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path file : files("src/main/java", ".java")) {
            said.addAll(keysIn(file));
        }
        for (Path file : files("src/main/webapp/WEB-INF", ".xhtml")) {
            said.addAll(keysIn(file));
        }
        Set<String> unsaid = keys(Locale.ROOT).stream()
                // These are put together from a code.
                .filter(key ->
                        !key.startsWith("cart.notice.") && !key.startsWith("field.") && !key.startsWith("title."))
                .filter(key -> !said.contains(key))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), unsaid);
    }

    @Test
    void noPageOfAStoreSpeaksOneLanguageOnly() throws IOException {
        for (Path file : files("src/main/webapp/WEB-INF", ".xhtml")) {
            String page = Files.readString(file);
            // Where no store is known.
            if (!file.endsWith("nowhere.xhtml")) {
                assertEquals(
                        Set.of(),
                        SPOKEN.matcher(page).results().map(MatchResult::group).collect(Collectors.toSet()),
                        file.toString());
            }
        }
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(
                ResourceBundle.getBundle("arcade.web.store.words", language).keySet());
    }

    private static Set<String> keysIn(Path file) throws IOException {
        return KEY.matcher(Files.readString(file))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
    }

    private static Iterable<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
