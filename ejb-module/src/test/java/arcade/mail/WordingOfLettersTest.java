package arcade.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.shared.Wording;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordingOfLettersTest {
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
        assertEquals("Total", new Wording(Letter.class, "letters", Locale.JAPAN).say("sum.total"));
        assertEquals(
                "Gesamtsumme", new Wording(Letter.class, "letters", Locale.forLanguageTag("de-AT")).say("sum.total"));
        assertEquals("2 ×", new Wording(Letter.class, "letters", Locale.UK).say("quantity", 2));
    }
}
