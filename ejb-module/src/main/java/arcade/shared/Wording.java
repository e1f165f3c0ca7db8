package arcade.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of one bundle of texts in one language; English, the bundle without a language, where nobody wrote that one. */
public final class Wording {
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;
    private final Locale locale;

    /**
     * @param beside a class of the package that the bundle lies in, and of its module
     * @param bundle its name without package, language and ending
     */
    public Wording(Class<?> beside, String bundle, Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                beside.getPackageName() + "." + bundle, locale, beside.getClassLoader(), ENGLISH_OTHERWISE);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * @param values of the places {0}, {1} …, as {@link MessageFormat} shows them; a number gets the language's signs
     * @throws java.util.MissingResourceException without such a key
     */
    public String say(String key, Object... values) {
        String pattern = words.getString(key);
        // An apostrophe is written twice in every text, whether it has places or not.
        return values.length == 0 ? pattern.replace("''", "'") : new MessageFormat(pattern, locale).format(values);
    }
}
