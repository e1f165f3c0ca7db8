package arcade.web.store;

/**
 * What a page says about itself to browsers and search engines.
 *
 * @param canonical path and query of the one address of this content; empty: not for search engines
 */
public record Head(String title, String description, String canonical) {

    public static Head indexed(String title, String description, String canonical) {
        return new Head(title, description, canonical);
    }

    public static Head unlisted(String title) {
        return new Head(title, "", "");
    }

    public boolean isIndexed() {
        return !canonical.isEmpty();
    }
}
