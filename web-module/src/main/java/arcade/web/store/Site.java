package arcade.web.store;

import arcade.catalog.CategoryCard;
import arcade.content.ContentPages;
import arcade.promotion.CouponAnswer;
import arcade.shared.Money;
import arcade.shared.Wording;
import arcade.store.Neighbour;
import arcade.store.Store;
import java.util.List;
import java.util.Locale;

/**
 * The frame around a page, ready for its template as {@code #{site}}.
 *
 * @param look names the properties of the style and the hero
 * @param assets folder of style, script and font, good for ever
 * @param origin scheme, host and port, for absolute addresses
 * @param accent address of the style of the store's own colour, or empty
 * @param elsewhere other names of the same owner, to go on with the cart
 * @param pages of the store's own words
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
        String accent,
        String origin,
        List<Neighbour> elsewhere,
        List<CategoryCard> categories,
        List<ContentPages.Listed> pages,
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

    /** What became of the coupon on the cart. */
    public String coupon(CouponAnswer answer) {
        return switch (answer.state()) {
            case APPLIED -> "";
            case NOT_VALID -> say("coupon.over", answer.code());
            case USED_UP -> say("coupon.used", answer.code());
            case TOO_LITTLE -> say("coupon.least", money(answer.least().orElseThrow()));
            case NO_ARTICLE -> say("coupon.nothing");
            case OTHERS_ARE_BETTER -> say("coupon.better");
        };
    }

    /** Address of the picture that stands in for a missing one. */
    public String blank() {
        return assets + "/blank.svg";
    }

    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(store.locale());
    }

    /** ISO 3166 codes of all countries, in the order of their names. */
    public List<String> countries() {
        return Countries.of(store.locale());
    }

    public boolean hasSession() {
        return !csrf.isEmpty();
    }
}
