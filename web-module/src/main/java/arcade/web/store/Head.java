package arcade.web.store;

import arcade.catalog.PictureView;

/**
 * What a page says about itself to browsers, search engines and whoever shows a link to it.
 *
 * @param canonical path and query of the one address of this content; empty: not for search engines
 * @param picture path of a picture of it, or empty
 * @param kind {@code website} or {@code product}, as the Open Graph protocol names them
 */
public record Head(String title, String description, String canonical, String picture, String kind) {

    public static Head indexed(String title, String description, String canonical) {
        return new Head(title, description, canonical, "", "website");
    }

    public static Head unlisted(String title) {
        return indexed(title, "", "");
    }

    public Head with(PictureView shown) {
        return new Head(title, description, canonical, shown.address(), kind);
    }

    public Head ofProduct() {
        return new Head(title, description, canonical, picture, "product");
    }

    public boolean isIndexed() {
        return !canonical.isEmpty();
    }

    public boolean hasPicture() {
        return !picture.isEmpty();
    }
}
