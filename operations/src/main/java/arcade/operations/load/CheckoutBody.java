package arcade.operations.load;

import com.google.gson.JsonObject;

/** What a client of the API sends to order its cart. */
final class CheckoutBody {
    private CheckoutBody() {}

    /** @param card the gateway's token of a payment method */
    static String token(String cart, String country, String card) {
        JsonObject payment = new JsonObject();
        payment.addProperty("method", "token");
        payment.addProperty("token", card);
        return with(cart, country, payment);
    }

    /** To be paid on the gateway's page. */
    static String hosted(String cart, String country) {
        JsonObject payment = new JsonObject();
        payment.addProperty("method", "hosted");
        return with(cart, country, payment);
    }

    private static String with(String cart, String country, JsonObject payment) {
        JsonObject address = new JsonObject();
        address.addProperty("line1", "1 Harbour Street");
        address.addProperty("postalCode", "10115");
        address.addProperty("city", "Port");
        address.addProperty("country", country);
        JsonObject body = new JsonObject();
        body.addProperty("cart", cart);
        body.addProperty("email", "shopper@example.com");
        body.addProperty("name", "Sam Shopper");
        body.add("address", address);
        body.add("payment", payment);
        return body.toString();
    }
}
