package arcade.web.api;

import arcade.cart.CartLine;
import arcade.cart.CartView;
import arcade.cart.LineNotice;
import arcade.ordering.OrderView;
import arcade.payment.Refund;
import arcade.promotion.CouponAnswer;
import arcade.shared.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Map;
import java.util.Optional;

/** Carts and orders as JSON documents. Amounts are minor units of the document's currency. */
final class Documents {
    /** Kept, because {@link jakarta.json.Json} looks it up anew at each call. */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    static final JsonBuilderFactory JSON = PROVIDER.createBuilderFactory(Map.of());

    private Documents() {}

    static JsonObject cart(CartView cart) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        cart.lines().forEach(line -> lines.add(cartLine(line)));
        JsonArrayBuilder discounts = JSON.createArrayBuilder();
        cart.totals().discounts().forEach(discount -> discounts.add(discount(discount.label(), discount.amount())));
        return JSON.createObjectBuilder()
                .add("token", cart.token().value())
                .add("currency", currency(cart.totals().items()))
                .add("lines", lines)
                .add("country", cart.totals().country())
                .add("itemsMinor", cart.totals().items().minor())
                .add("discountMinor", cart.totals().discount().minor())
                .add("discounts", discounts)
                .add("coupon", coupon(cart.totals().coupon()))
                .add("shippingMinor", minor(cart.totals().shipping()))
                .add("taxMinor", cart.totals().tax().minor())
                .add("totalMinor", cart.totals().total().minor())
                .add("orderable", cart.isOrderable())
                .add("expiresAt", cart.expiresAt().toString())
                .build();
    }

    static JsonObject order(OrderView order) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        order.lines().forEach(line -> lines.add(orderLine(line)));
        JsonArrayBuilder discounts = JSON.createArrayBuilder();
        order.discounts().forEach(discount -> discounts.add(discount(discount.label(), discount.amount())));
        JsonArrayBuilder refunds = JSON.createArrayBuilder();
        order.refunds().forEach(refund -> refunds.add(refund(refund)));
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("token", order.token().value());
        order.number().ifPresentOrElse(number -> json.add("number", number), () -> json.addNull("number"));
        return json.add("state", order.state().name())
                .add("currency", currency(order.total()))
                .add("itemsMinor", order.items().minor())
                .add("discountMinor", order.discount().minor())
                .add("discounts", discounts)
                .add("shippingMinor", order.shipping().minor())
                .add("taxMinor", order.tax().minor())
                .add("totalMinor", order.total().minor())
                .add("lines", lines)
                .add("payment", payment(order.payment()))
                .add("refundedMinor", order.refunded().minor())
                .add("refunds", refunds)
                .add("placedAt", order.placedAt().toString())
                .add("paidAt", text(order.paidAt().map(Object::toString)))
                .build();
    }

    static JsonValue value(String text) {
        return PROVIDER.createValue(text);
    }

    static JsonValue value(long number) {
        return PROVIDER.createValue(number);
    }

    static JsonValue text(Optional<String> text) {
        return text.<JsonValue>map(Documents::value).orElse(JsonValue.NULL);
    }

    static JsonValue minor(Optional<Money> amount) {
        return amount.<JsonValue>map(money -> value(money.minor())).orElse(JsonValue.NULL);
    }

    static String currency(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    private static JsonObjectBuilder cartLine(CartLine line) {
        JsonArrayBuilder notices = JSON.createArrayBuilder();
        line.notices().stream().map(LineNotice::name).sorted().forEach(notices::add);
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("sku", line.sku().value())
                .add("handle", text(line.offer().map(offer -> offer.handle())))
                .add("title", text(line.offer().map(offer -> offer.title())))
                .add("variantTitle", text(line.offer().map(offer -> offer.variantTitle())))
                .add("quantity", line.quantity())
                .add("unitMinor", line.unit().minor())
                .add("seenMinor", line.seen().minor())
                .add("totalMinor", line.total().minor())
                .add("available", line.isAvailable())
                .add("notices", notices);
        line.left().ifPresentOrElse(left -> json.add("left", left), () -> json.addNull("left"));
        return json;
    }

    private static JsonObjectBuilder orderLine(OrderView.Line line) {
        return JSON.createObjectBuilder()
                .add("sku", line.sku().value())
                .add("title", line.title())
                .add("variantTitle", line.variantTitle())
                .add("quantity", line.quantity())
                .add("unitMinor", line.unit().minor())
                .add("discountMinor", line.discount().minor());
    }

    /** Nothing off the articles: it pays the delivery. */
    private static JsonObjectBuilder discount(String label, Money amount) {
        return JSON.createObjectBuilder().add("label", label).add("amountMinor", amount.minor());
    }

    private static JsonValue coupon(Optional<CouponAnswer> coupon) {
        return coupon.<JsonValue>map(answer -> JSON.createObjectBuilder()
                        .add("code", answer.code())
                        .add("state", answer.state().name())
                        .add("leastMinor", minor(answer.least()))
                        .build())
                .orElse(JsonValue.NULL);
    }

    private static JsonObjectBuilder payment(OrderView.PaymentProgress payment) {
        return JSON.createObjectBuilder()
                .add("state", payment.state().name())
                .add("hostedUrl", text(payment.hostedUrl()))
                .add("reason", text(payment.reason()))
                .add("gatewayAwaySince", text(payment.gatewayAwaySince().map(Object::toString)));
    }

    /** Without the operator's reason, which is not for the shopper. */
    private static JsonObjectBuilder refund(Refund refund) {
        return JSON.createObjectBuilder()
                .add("amountMinor", refund.amount().minor())
                .add("state", refund.state().name())
                .add("requestedAt", refund.requestedAt().toString());
    }
}
