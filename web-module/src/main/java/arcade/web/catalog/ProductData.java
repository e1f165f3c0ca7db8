package arcade.web.catalog;

import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.store.Store;
import arcade.web.store.Words;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A product as schema.org data for search engines. It is data, no script: the content security policy does not concern it. */
final class ProductData {
    private ProductData() {}

    /** With the way to its page. */
    static String of(Store store, ProductPage product, VariantView variant, boolean inStock, String origin) {
        Crumbs way = new Crumbs(origin).step(Words.of(store).say("frame.home"), "/");
        product.category().ifPresent(shelf -> way.step(shelf.title(), "/c/" + shelf.handle()));
        way.step(product.title(), Choices.address(product, product.firstVariant()));
        return escaped(Json.createArrayBuilder()
                .add(product(store, product, variant, inStock, origin))
                .add(way.json())
                .build()
                .toString());
    }

    private static JsonObject product(
            Store store, ProductPage product, VariantView variant, boolean inStock, String origin) {
        JsonObjectBuilder data = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", "Product")
                .add("name", product.title())
                .add("description", product.seoDescription())
                .add("sku", variant.sku().value());
        if (!product.vendor().isEmpty()) {
            data.add("brand", Json.createObjectBuilder().add("@type", "Brand").add("name", product.vendor()));
        }
        if (!variant.picture().missing()) {
            data.add("image", origin + variant.picture().address());
        }
        if (variant.barcode().matches("\\d{8}|\\d{12,14}")) {
            data.add("gtin", variant.barcode());
        }
        data.add("offers", offer(store, product, variant, inStock, origin));
        return data.build();
    }

    private static JsonObject offer(
            Store store, ProductPage product, VariantView variant, boolean inStock, String origin) {
        return Json.createObjectBuilder()
                .add("@type", "Offer")
                .add("url", origin + Choices.address(product, variant))
                .add("price", variant.price().money().major().toPlainString())
                .add("priceCurrency", store.currency().getCurrencyCode())
                .add("availability", "https://schema.org/" + (inStock ? "InStock" : "OutOfStock"))
                .build();
    }

    /** Nothing in it can end the element that holds it, and the template has nothing to escape. */
    static String escaped(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
