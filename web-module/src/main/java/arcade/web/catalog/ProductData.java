package arcade.web.catalog;

import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.store.Store;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A product as schema.org data for search engines. It is data, no script: the content security policy does not concern it. */
final class ProductData {
    private ProductData() {}

    static String of(Store store, ProductPage product, VariantView variant, boolean inStock, String origin) {
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
        data.add("offers", offer(store, product, variant, inStock, origin));
        return escaped(data.build().toString());
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
