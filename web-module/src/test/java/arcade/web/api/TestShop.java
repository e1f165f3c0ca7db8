package arcade.web.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.web.api.Api.Reply;
import java.net.URL;

/** Opens shops over HTTP, as an operator does: blue mugs at 12.50, red ones at 13.00, delivery to Germany for 4.90. */
final class TestShop {
    static final String OPERATOR = "Bearer operator-token-of-the-tests";

    private static final String PRODUCTS = """
            Handle,Title,Body (HTML),Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price
            mug,Mug,<p>A mug</p>,TRUE,Colour,Blue,MUG-BLUE,shopify,5000,12.50
            mug,,,,,Red,MUG-RED,shopify,3,13.00
            """;

    private TestShop() {}

    /** A shop of that code, at {@code <code>.localhost}; opened before, it stays as it is. */
    static Api open(URL node, String code) throws Exception {
        Api shop = new Api(node, code + ".localhost");
        String setup =
                "{\"name\":\"One\",\"tagline\":\"\",\"currency\":\"EUR\",\"locale\":\"en\",\"country\":\"DE\",\"look\":\"arcade\","
                        + "\"domains\":[\"" + code + ".localhost\"],\"categories\":[],"
                        + "\"shipping\":[{\"country\":\"DE\",\"amountMinor\":490}],\"taxPercent\":{\"DE\":19}}";
        require(shop.call(
                "PUT",
                "/internal/v1/stores/" + code,
                setup,
                "Content-Type",
                "application/json",
                "Authorization",
                OPERATOR));
        require(shop.call(
                "POST",
                "/internal/v1/stores/" + code + "/imports",
                PRODUCTS,
                "Content-Type",
                "text/csv",
                "Authorization",
                OPERATOR));
        return shop;
    }

    private static void require(Reply reply) {
        assertTrue(reply.status() < 300, reply.response()::body);
    }
}
