package arcade.sandbox.card;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.api.Route;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The API's payment methods, cards only. */
public final class PaymentMethods {
    public List<Route> routes() {
        return List.of(Route.post("payment_methods", this::create), Route.get("payment_methods/*", this::retrieve));
    }

    private Answer create(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        PaymentMethod method = fromData(transaction, parameters);
        transaction.keep(method);
        return Expansion.asked(transaction.books(), parameters).answer(method);
    }

    private Answer retrieve(Transaction transaction, Call call) {
        PaymentMethod method = byId(transaction, call.id());
        return Expansion.asked(transaction.books(), call.parameters()).answer(method);
    }

    /**
     * The method that a confirmation names by {@code payment_method} or brings as {@code payment_method_data}; not yet
     * kept. A well-known test id becomes a method of its own each time, as at Stripe.
     */
    public static Optional<PaymentMethod> named(Transaction transaction, Parameters parameters) {
        Optional<String> id = parameters.text("payment_method");
        if (id.isPresent()) {
            return Optional.of(byId(transaction, id.get()));
        }
        Parameters data = parameters.nested("payment_method_data");
        return data.isEmpty() ? Optional.empty() : Optional.of(fromData(transaction, data));
    }

    /** @throws ApiRefusal when there is none, now or among the test ids */
    public static PaymentMethod byId(Transaction transaction, String id) {
        return transaction
                .books()
                .shelf(PaymentMethod.class)
                .find(id)
                .or(() -> TestCard.byMethod(id).map(card -> PaymentMethod.of(card, transaction.now())))
                .orElseThrow(() -> ApiRefusal.missing("PaymentMethod", id, "payment_method"));
    }

    /** A method from what the shopper typed, not yet kept. */
    public static PaymentMethod typed(CardDetails details, Transaction transaction) {
        return PaymentMethod.of(details, Map.of(), transaction.now());
    }

    private static PaymentMethod fromData(Transaction transaction, Parameters data) {
        data.required("type");
        data.choice("type", Set.of("card"));
        Parameters card = data.nested("card");
        if (card.text("token").isPresent()) {
            return byId(transaction, card.required("token").replace("tok_", "pm_card_"));
        }
        try {
            CardDetails details = CardDetails.of(
                    card.required("number"),
                    card.required("exp_month"),
                    card.required("exp_year"),
                    card.text("cvc").orElse("000"),
                    transaction.now());
            return PaymentMethod.of(details, Metadata.of(data), transaction.now());
        } catch (InvalidCard e) {
            throw new ApiRefusal(402, "card_error", e.getMessage())
                    .code(e.reason().code())
                    .with("param", e.reason().parameter());
        }
    }
}
