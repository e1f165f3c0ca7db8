package arcade.web.store;

import arcade.shared.Wording;
import arcade.store.Store;
import java.util.Locale;

/** What the storefront says, in the language of its store. */
public final class Words {
    private Words() {}

    /** For who asks where there is no store. */
    public static Wording inEnglish() {
        return new Wording(Words.class, "words", Locale.ENGLISH);
    }

    public static Wording of(Store store) {
        return new Wording(Words.class, "words", store.locale());
    }
}
