package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.card.Decline;
import arcade.sandbox.card.PaymentMethod;

/** Why the last attempt on an intent failed, as the intent keeps it. */
public record PaymentError(
        String type,
        String code,
        String declineCode,
        String docUrl,
        String message,
        String param,
        String charge,
        PaymentMethod paymentMethod) {

    static PaymentError declined(Decline decline, String charge, PaymentMethod method) {
        return of("card_error", decline, charge, method);
    }

    static PaymentError notAuthenticated(PaymentMethod method) {
        Decline reason = new Decline(
                "payment_intent_authentication_failure",
                null,
                null,
                "We are unable to authenticate your payment method. "
                        + "Please choose a different payment method and try again.");
        return of("invalid_request_error", reason, null, method);
    }

    private static PaymentError of(String type, Decline why, String charge, PaymentMethod method) {
        String page = "https://stripe.com/docs/error-codes/" + why.code().replace('_', '-');
        return new PaymentError(
                type, why.code(), why.declineCode(), page, why.message(), why.parameter(), charge, method);
    }

    /** Why, for the shopper to read. */
    public Decline reason() {
        return new Decline(code, declineCode, param, message);
    }

    /** The answer of the request in which it happened. */
    ApiRefusal refusal(PaymentIntent intent) {
        return new ApiRefusal(402, type, message)
                .code(code)
                .with("decline_code", declineCode)
                .with("param", param)
                .with("charge", charge)
                .about("payment_intent", intent)
                .about("payment_method", paymentMethod)
                .asOutcome();
    }
}
