package arcade.web.store;

import arcade.catalog.CategoryCard;
import arcade.shared.Money;
import arcade.shared.Wording;
import arcade.store.Store;
import java.util.List;
import java.util.Locale;

/**
 * The frame around a page, ready for its template as {@code #{site}}.
 *
 * @param look names the properties of the style and the hero
 * @param assets folder of style, script and font, good for ever
 * @param origin scheme, host and port, for absolute addresses
 * @param current handle of the category the page belongs to, or empty
 * @param pieces in the cart
 * @param csrf token for forms; empty while there is no session
 */
public record Site(
        Store store,
        Wording words,
        Head head,
        String look,
        String assets,
        String origin,
        List<CategoryCard> categories,
        String current,
        String query,
        int pieces,
        String csrf) {

    /** What the page says in the store's language; @param values of the places {0}, {1} … */
    public String say(String key, Object... values) {
        return words.say(key, values);
    }

    public String money(Money amount) {
        return amount.format(store.locale());
    }

    /** Address of the picture that stands in for a missing one. */
    public String blank() {
        return assets + "/blank.svg";
    }

    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(store.locale());
    }

    public boolean hasSession() {
        return !csrf.isEmpty();
    }
}
