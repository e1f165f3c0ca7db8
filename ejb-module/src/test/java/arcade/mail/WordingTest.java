package arcade.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void everyLanguageSaysEverything() {
        assertEquals(
                new TreeSet<>(ResourceBundle.getBundle("arcade.mail.letters", Locale.ROOT)
                        .keySet()),
                new TreeSet<>(ResourceBundle.getBundle("arcade.mail.letters", Locale.GERMAN)
                        .keySet()));
    }

    @Test
    void aLanguageThatNobodyWroteIsEnglish() {
        assertEquals("Total", new Wording(Locale.JAPAN).say("sum.total"));
        assertEquals("Gesamtsumme", new Wording(Locale.forLanguageTag("de-AT")).say("sum.total"));
        assertEquals("2 ×", new Wording(Locale.UK).say("quantity", 2));
    }
}
