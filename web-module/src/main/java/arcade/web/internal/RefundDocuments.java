package arcade.web.internal;

import arcade.payment.Refund;
import arcade.payment.RefundDecision.Reason;
import arcade.payment.RefundDecision.Refused;
import arcade.web.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Refunds as an operator sees them. Amounts are minor units of the refund's currency. */
final class RefundDocuments {
    private RefundDocuments() {}

    static JsonObjectBuilder refund(Refund refund) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("refund", refund.ref().value())
                .add("amountMinor", refund.amount().minor())
                .add("currency", refund.amount().currency().getCurrencyCode())
                .add("reason", refund.reason())
                .add("state", refund.state().name())
                .add("requestedAt", refund.requestedAt().toString());
        refund.failure().ifPresentOrElse(word -> json.add("failure", word), () -> json.addNull("failure"));
        return json;
    }

    static Problem problem(Refused refused) {
        return Problem.of(
                status(refused.reason()), name(refused.reason()), "The money was not given back", refused.detail());
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case NO_SUCH_ORDER -> 404;
            case NOT_CAPTURED, TOO_MUCH, NOTHING_LEFT, TOO_MANY, CHANGED -> 409;
            case AMOUNT, REASON, KEY_REUSED -> 422;
        };
    }

    private static String name(Reason reason) {
        return switch (reason) {
            case NO_SUCH_ORDER -> "no-such-order";
            case NOT_CAPTURED -> "not-captured";
            case TOO_MUCH -> "refund-too-much";
            case NOTHING_LEFT -> "nothing-to-refund";
            case TOO_MANY -> "too-many-refunds";
            case CHANGED -> "changed-meanwhile";
            case AMOUNT -> "refund-amount";
            case REASON -> "refund-reason";
            case KEY_REUSED -> "idempotency-key-reused";
        };
    }
}
