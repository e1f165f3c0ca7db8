package arcade.web.store;

import arcade.shared.Wording;
import arcade.store.Store;

/** What the storefront says, in the language of its store. */
public final class Words {
    private Words() {}

    public static Wording of(Store store) {
        return new Wording(Words.class, "words", store.locale());
    }
}
