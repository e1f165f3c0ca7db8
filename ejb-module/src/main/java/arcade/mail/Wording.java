package arcade.mail;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of letters in one language; English where a language has none. */
final class Wording {
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Locale locale;

    Wording(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "arcade.mail.letters", locale, Wording.class.getClassLoader(), ENGLISH_OTHERWISE);
    }

    Locale locale() {
        return locale;
    }

    /** @param values of the places {0}, {1} … */
    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), locale).format(values);
    }

    List<String> sayEach(List<String> keys, Object... values) {
        return keys.stream().map(key -> say(key, values)).toList();
    }
}
