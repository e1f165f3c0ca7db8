package arcade.web.api;

import static arcade.web.api.Documents.JSON;
import static arcade.web.api.Documents.minor;
import static arcade.web.api.Documents.text;

import arcade.catalog.Card;
import arcade.catalog.CardPage;
import arcade.catalog.PictureView;
import arcade.catalog.Price;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.shared.Sku;
import arcade.store.Store;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** Products as JSON documents. Amounts are minor units of the document's currency; picture addresses are paths on the store's host. */
final class ProductDocuments {
    private ProductDocuments() {}

    static JsonObject list(Store store, CardPage page) {
        JsonArrayBuilder products = JSON.createArrayBuilder();
        page.cards().forEach(card -> products.add(card(card)));
        return JSON.createObjectBuilder()
                .add("currency", store.currency().getCurrencyCode())
                .add("products", products)
                .add("page", page.page())
                .add("size", page.size())
                .add("total", page.total())
                .build();
    }

    /** @param left pieces on hand of the counted variants */
    static JsonObject product(Store store, ProductPage product, Map<Sku, Long> left) {
        JsonArrayBuilder options = JSON.createArrayBuilder();
        product.options()
                .forEach(option -> options.add(
                        JSON.createObjectBuilder().add("name", option.name()).add("values", texts(option.values()))));
        JsonArrayBuilder variants = JSON.createArrayBuilder();
        product.variants().forEach(variant -> variants.add(variant(variant, left)));
        JsonArrayBuilder pictures = JSON.createArrayBuilder();
        product.pictures().stream()
                .filter(picture -> !picture.missing())
                .forEach(shown -> pictures.add(picture(shown)));
        return JSON.createObjectBuilder()
                .add("currency", store.currency().getCurrencyCode())
                .add("handle", product.handle())
                .add("title", product.title())
                .add("bodyHtml", product.bodyHtml())
                .add("vendor", product.vendor())
                .add("tags", texts(product.tags()))
                .add("category", text(product.category().map(category -> category.handle())))
                .add("options", options)
                .add("variants", variants)
                .add("pictures", pictures)
                .build();
    }

    private static JsonObjectBuilder card(Card card) {
        return JSON.createObjectBuilder()
                .add("handle", card.handle())
                .add("title", card.title())
                .add("fromMinor", card.from().money().minor())
                .add("compareAtMinor", minor(card.compareAt().map(Price::money)))
                .add("severalPrices", card.severalPrices())
                .add(
                        "picture",
                        card.picture().missing()
                                ? JsonValue.NULL
                                : picture(card.picture()).build());
    }

    private static JsonObjectBuilder variant(VariantView variant, Map<Sku, Long> left) {
        return JSON.createObjectBuilder()
                .add("sku", variant.sku().value())
                .add("title", variant.title())
                .add("values", texts(variant.values()))
                .add("priceMinor", variant.price().money().minor())
                .add("compareAtMinor", minor(variant.compareAt().map(Price::money)))
                .add("inStock", !variant.tracked() || left.getOrDefault(variant.sku(), 0L) > 0);
    }

    private static JsonObjectBuilder picture(PictureView picture) {
        return JSON.createObjectBuilder()
                .add("address", picture.address())
                .add("alt", picture.alt())
                .add("width", picture.width())
                .add("height", picture.height());
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
