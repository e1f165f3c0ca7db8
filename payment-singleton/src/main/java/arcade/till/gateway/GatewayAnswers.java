package arcade.till.gateway;

import arcade.shared.Money;
import arcade.till.payment.Answer;
import arcade.till.payment.PaymentRow;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import java.util.Map;
import java.util.Optional;

/** What the gateway's documents mean. The states of an intent: https://docs.stripe.com/payments/paymentintents/lifecycle. */
final class GatewayAnswers {
    private GatewayAnswers() {}

    /** What the intent says of this payment; {@link Answer.Foreign} where it is about something else. */
    static Answer read(PaymentIntent intent, PaymentRow payment) {
        String id = intent.getId();
        if (id == null || intent.getStatus() == null) {
            return new Answer.Unknown("no payment intent in the answer");
        }
        Optional<Answer> foreign = foreign(intent, payment);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        return switch (word(intent.getStatus())) {
            case "requires_capture" -> new Answer.Authorized(id);
            case "succeeded" ->
                new Answer.Captured(
                        id,
                        Money.of(
                                intent.getAmountReceived(),
                                payment.amount().currency().getCurrencyCode()));
            case "canceled" -> new Answer.Closed(word(intent.getCancellationReason()));
            case "requires_action" -> waitsForShopper(intent);
            // Where the attempt left no word of its own behind, it may not have arrived: its key tells.
            case "requires_payment_method", "requires_confirmation" ->
                declined(intent, payment).orElse(new Answer.NotExecuted(id));
            default -> new Answer.Unknown("intent " + intent.getStatus());
        };
    }

    /** What the hosted page says of this payment, with its intent when it was retrieved with it. */
    static Answer read(Session session, PaymentRow payment) {
        PaymentIntent intent = session.getPaymentIntentObject();
        boolean ours = (payment.session() == null || payment.session().equals(session.getId()))
                && payment.orderRef().value().equals(session.getClientReferenceId());
        if (!ours || !isMoneyOf(payment, session.getAmountTotal(), session.getCurrency())) {
            return new Answer.Foreign("asked for " + payment.amount() + " of order " + payment.orderRef() + ", got "
                    + session.getAmountTotal() + " " + session.getCurrency() + " of order "
                    + session.getClientReferenceId() + " (session " + session.getId() + ")");
        }
        return switch (word(session.getStatus())) {
            case "complete" -> intent == null ? new Answer.Unknown("complete without intent") : read(intent, payment);
            case "expired" -> new Answer.Closed("expired");
            case "open" -> new Answer.WaitsForShopper(session.getPaymentIntent(), session.getId(), session.getUrl());
            default -> new Answer.Unknown("session " + session.getStatus());
        };
    }

    private static Optional<Answer> foreign(PaymentIntent intent, PaymentRow payment) {
        Map<String, String> metadata = intent.getMetadata() == null ? Map.of() : intent.getMetadata();
        boolean ours = payment.ref().value().equals(metadata.get("payment"))
                && (payment.intent() == null || payment.intent().equals(intent.getId()));
        if (ours && isMoneyOf(payment, intent.getAmount(), intent.getCurrency())) {
            return Optional.empty();
        }
        return Optional.of(new Answer.Foreign("asked for " + payment.amount() + " of payment " + payment.ref()
                + " (intent " + payment.intent() + "), got " + intent.getAmount() + " " + intent.getCurrency()
                + " of payment " + metadata.get("payment") + " (intent " + intent.getId() + ")"));
    }

    private static boolean isMoneyOf(PaymentRow payment, Long minor, String currency) {
        return minor != null
                && minor == payment.amount().minor()
                && payment.amount().currency().getCurrencyCode().equalsIgnoreCase(currency);
    }

    /**
     * The no to this attempt, as the intent remembers it; an error of the gateway may have taken its place in the call's own answer,
     * and would come again under the key for a day. The intent remembers one no only: from the second attempt on it counts if it
     * names this attempt's card.
     */
    private static Optional<Answer> declined(PaymentIntent intent, PaymentRow payment) {
        StripeError error = intent.getLastPaymentError();
        if (error == null || payment.attempt() > 1 && !isAbout(error, payment.methodToken())) {
            return Optional.empty();
        }
        String reason = error.getDeclineCode() == null ? word(error.getCode()) : error.getDeclineCode();
        return Optional.of(new Answer.Declined(intent.getId(), reason));
    }

    private static boolean isAbout(StripeError error, String method) {
        return error.getPaymentMethod() != null
                && error.getPaymentMethod().getId().equals(method);
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
