package arcade.till;

import arcade.shared.Money;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import java.util.Locale;

/** What the gateway's documents mean. The states of an intent: https://docs.stripe.com/payments/paymentintents/lifecycle. */
final class GatewayAnswers {
    private GatewayAnswers() {}

    static Answer read(PaymentIntent intent) {
        String id = intent.getId();
        return switch (word(intent.getStatus())) {
            case "requires_capture" -> new Answer.Authorized(id);
            case "succeeded" ->
                new Answer.Captured(
                        id,
                        Money.of(
                                intent.getAmountReceived(), intent.getCurrency().toUpperCase(Locale.ROOT)));
            case "canceled" -> new Answer.Closed(word(intent.getCancellationReason()));
            case "requires_action" -> waitsForShopper(intent);
            // The last attempt, if it arrived at all, left nothing behind: its own key replays what it said.
            case "requires_payment_method", "requires_confirmation" -> new Answer.NotExecuted(id);
            default -> new Answer.Unknown("intent " + intent.getStatus());
        };
    }

    static Answer read(Session session) {
        PaymentIntent intent = session.getPaymentIntentObject();
        return switch (word(session.getStatus())) {
            case "complete" -> intent == null ? new Answer.Unknown("complete without intent") : read(intent);
            case "expired" -> new Answer.Closed("expired");
            case "open" -> new Answer.WaitsForShopper(session.getPaymentIntent(), session.getId(), session.getUrl());
            default -> new Answer.Unknown("session " + session.getStatus());
        };
    }

    private static Answer waitsForShopper(PaymentIntent intent) {
        PaymentIntent.NextAction action = intent.getNextAction();
        String url = action == null || action.getRedirectToUrl() == null
                ? null
                : action.getRedirectToUrl().getUrl();
        return new Answer.WaitsForShopper(intent.getId(), null, url);
    }

    private static String word(String text) {
        return text == null ? "" : text;
    }
}
