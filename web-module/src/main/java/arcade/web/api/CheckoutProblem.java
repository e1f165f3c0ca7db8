package arcade.web.api;

import arcade.ordering.Placement;
import arcade.ordering.Refusal;
import arcade.ordering.Refusal.Reason;
import arcade.web.problem.Problem;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A refused checkout as a problem document: named by its first reason, with all of them in {@code errors}. */
final class CheckoutProblem {
    private CheckoutProblem() {}

    static Problem of(Placement.Refused refused) {
        Refusal first = refused.reasons().get(0);
        Map<String, JsonValue> more = new HashMap<>();
        JsonArrayBuilder errors = Documents.JSON.createArrayBuilder();
        refused.reasons().forEach(refusal -> errors.add(error(refusal)));
        more.put("errors", errors.build());
        refused.total().ifPresent(total -> {
            more.put("totalMinor", Documents.value(total.minor()));
            more.put("currency", Documents.value(Documents.currency(total)));
        });
        first.order().ifPresent(order -> more.put("order", Documents.value(order.value())));
        String detail = refused.reasons().stream()
                .map(Refusal::detail)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        return new Problem(status(first.reason()), name(first.reason()), "The order was not placed", detail, more);
    }

    private static JsonObjectBuilder error(Refusal refusal) {
        return Documents.JSON
                .createObjectBuilder()
                .add("reason", refusal.reason().name())
                .add("field", refusal.field())
                .add("detail", refusal.detail());
    }

    private static String name(Reason reason) {
        return switch (reason) {
            case MISSING, TOO_LONG, NOT_AN_EMAIL, NO_SUCH_COUNTRY -> "invalid-checkout";
            case ALREADY_ORDERED -> "cart-ordered";
            default -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case NO_SUCH_CART -> 404;
            case CART_EXPIRED -> 410;
            case ALREADY_ORDERED, NO_LONGER_AVAILABLE, NOT_ENOUGH, TOTAL_CHANGED, COUPON_NOT_VALID, USED_UP -> 409;
            case CART_EMPTY, MISSING, TOO_LONG, NOT_AN_EMAIL, NO_DELIVERY, NO_SUCH_COUNTRY, NOTHING_TO_PAY -> 422;
        };
    }
}
