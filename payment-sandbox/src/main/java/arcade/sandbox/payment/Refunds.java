package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Money;
import arcade.sandbox.api.Paging;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.api.Route;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Shelf;
import arcade.sandbox.ledger.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The API's refunds: never more than was captured. */
public final class Refunds {
    private static final Set<String> REASONS = Set.of("duplicate", "fraudulent", "requested_by_customer");

    private final Cashier cashier;

    public Refunds(Cashier cashier) {
        this.cashier = cashier;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("refunds", this::create),
                Route.get("refunds", this::list),
                Route.get("refunds/*", this::retrieve));
    }

    private Answer create(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        Optional<Long> amount = parameters.whole("amount");
        amount.ifPresent(given -> Money.positive(given, "amount"));
        Optional<String> reason = parameters.choice("reason", REASONS);
        var metadata = Metadata.of(parameters);
        Charge charge = charge(transaction, parameters);
        requireRefundable(charge, amount.orElse(1L));
        Refund refund = new Refund(
                charge, amount.orElse(charge.refundable()), reason.orElse(null), metadata, transaction.now());
        cashier.refund(transaction, charge, refund);
        return Expansion.asked(transaction.books(), parameters).answer(refund);
    }

    private static Charge charge(Transaction transaction, Parameters parameters) {
        Shelf<Charge> charges = transaction.books().shelf(Charge.class);
        if (parameters.has("charge")) {
            String id = parameters.required("charge");
            return charges.find(id).orElseThrow(() -> ApiRefusal.missing("charge", id, "charge"));
        }
        String id = parameters.required("payment_intent");
        PaymentIntent intent = transaction
                .books()
                .shelf(PaymentIntent.class)
                .find(id)
                .orElseThrow(() -> ApiRefusal.missing("payment_intent", id, "payment_intent"));
        return intent.latestCharge()
                .flatMap(charges::find)
                .filter(Charge::isCaptured)
                .orElseThrow(() -> ApiRefusal.invalid(
                                "This PaymentIntent (" + id + ") does not have a successful charge to refund.")
                        .code("payment_intent_unexpected_state")
                        .about("payment_intent", intent)
                        .asOutcome());
    }

    private static void requireRefundable(Charge charge, long amount) {
        if (!charge.isCaptured()) {
            throw ApiRefusal.invalid("Charge " + charge.id() + " has not been captured.")
                    .code("charge_not_refundable")
                    .asOutcome();
        }
        if (charge.refundable() == 0) {
            throw ApiRefusal.invalid("Charge " + charge.id() + " has already been refunded.")
                    .code("charge_already_refunded")
                    .asOutcome();
        }
        if (amount > charge.refundable()) {
            String message = "Refund amount (" + amount + ") is greater than unrefunded amount on charge ("
                    + charge.refundable() + ").";
            throw ApiRefusal.invalid(message).with("param", "amount").asOutcome();
        }
    }

    private Answer list(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        Shelf<Refund> shelf = transaction.books().shelf(Refund.class);
        List<Refund> candidates =
                parameters.text("payment_intent").map(shelf::under).orElseGet(shelf::byTime);
        Optional<String> charge = parameters.text("charge");
        var page = new Paging(parameters)
                .page(
                        "/v1/refunds",
                        candidates,
                        each -> charge.isEmpty() || charge.get().equals(each.charge()),
                        Json::tree);
        return Expansion.asked(transaction.books(), parameters)
                .answer(Json.tree(page).getAsJsonObject());
    }

    private Answer retrieve(Transaction transaction, Call call) {
        Refund refund = transaction
                .books()
                .shelf(Refund.class)
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("refund", call.id(), "id"));
        return Expansion.asked(transaction.books(), call.parameters()).answer(refund);
    }
}
