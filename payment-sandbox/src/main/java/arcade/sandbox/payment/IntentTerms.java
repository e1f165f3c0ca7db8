package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Money;
import arcade.sandbox.api.Parameters;
import java.util.Map;
import java.util.Set;

/**
 * What an intent is made with.
 *
 * @param amount minor units of the currency
 */
public record IntentTerms(
        long amount,
        String currency,
        String captureMethod,
        String description,
        String customer,
        String receiptEmail,
        Map<String, String> metadata) {
    static final Set<String> CAPTURE_METHODS = Set.of("automatic", "automatic_async", "manual");

    static IntentTerms of(Parameters parameters) {
        long amount = parameters.whole("amount").orElseThrow(() -> parameters.missing("amount"));
        String currency = Money.currency(parameters);
        return of(Money.chargeable(amount, currency, "amount"), currency, parameters);
    }

    /** The terms that a checkout session gives to its intent. */
    public static IntentTerms of(long amount, String currency, Parameters intentData) {
        Set<String> cards = Set.of("card");
        if (!cards.containsAll(intentData.texts("payment_method_types"))) {
            throw ApiRefusal.invalid("The sandbox takes cards only").with("param", "payment_method_types");
        }
        return new IntentTerms(
                amount,
                currency,
                intentData.choice("capture_method", CAPTURE_METHODS).orElse("automatic_async"),
                intentData.text("description").orElse(null),
                intentData.text("customer").orElse(null),
                intentData.text("receipt_email").orElse(null),
                Metadata.of(intentData));
    }
}
