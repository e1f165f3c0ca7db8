package arcade.sandbox.payment;

import arcade.sandbox.api.ApiRefusal;
import arcade.sandbox.api.Call;
import arcade.sandbox.api.Expansion;
import arcade.sandbox.api.Metadata;
import arcade.sandbox.api.Money;
import arcade.sandbox.api.Paging;
import arcade.sandbox.api.Parameters;
import arcade.sandbox.api.Route;
import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.card.PaymentMethods;
import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.ledger.Json;
import arcade.sandbox.ledger.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The API's payment intents. */
public final class PaymentIntents {
    private static final Set<String> CANCELLATION_REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    private final Cashier cashier;
    private final BiPredicate<Books, PaymentIntent> belongsToCheckout;

    /** @param belongsToCheckout whether an intent is still in the hands of an open checkout session */
    public PaymentIntents(Cashier cashier, BiPredicate<Books, PaymentIntent> belongsToCheckout) {
        this.cashier = cashier;
        this.belongsToCheckout = belongsToCheckout;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("payment_intents", this::create),
                Route.get("payment_intents", this::list),
                Route.get("payment_intents/*", this::retrieve),
                Route.post("payment_intents/*", this::update),
                Route.post("payment_intents/*/confirm", this::confirm),
                Route.post("payment_intents/*/capture", this::capture),
                Route.post("payment_intents/*/cancel", this::cancel));
    }

    private Answer create(Transaction transaction, Call call) {
        Parameters parameters = call.parameters();
        IntentTerms terms = IntentTerms.of(parameters);
        Customers.requireKnown(transaction, parameters);
        Optional<PaymentMethod> method = PaymentMethods.named(transaction, parameters);
        boolean isConfirmed = parameters.flag("confirm");
        if (isConfirmed && method.isEmpty()) {
            throw parameters.missing("payment_method");
        }
        PaymentIntent intent = new PaymentIntent(terms, transaction.now());
        transaction.announce("payment_intent.created", intent);
        if (isConfirmed) {
            return confirm(transaction, call, intent, method.get());
        }
        method.ifPresent(given -> intent.use(transaction.keep(given)));
        return Expansion.asked(transaction.books(), parameters).answer(intent);
    }

    private Answer list(Transaction transaction, Call call) {
        var all = transaction.books().shelf(PaymentIntent.class).byTime();
        Optional<String> customer = call.parameters().text("customer");
        var page = new Paging(call.parameters())
                .page(
                        "/v1/payment_intents",
                        all,
                        each -> customer.isEmpty() || customer.get().equals(each.customer()),
                        Json::tree);
        return Expansion.asked(transaction.books(), call.parameters())
                .answer(Json.tree(page).getAsJsonObject());
    }

    private Answer retrieve(Transaction transaction, Call call) {
        return Expansion.asked(transaction.books(), call.parameters()).answer(find(transaction, call));
    }

    private Answer update(Transaction transaction, Call call) {
        PaymentIntent intent = find(transaction, call);
        Parameters parameters = call.parameters();
        boolean touchesMoney = Set.of("amount", "currency", "payment_method", "capture_method").stream()
                .anyMatch(parameters::has);
        if (touchesMoney) {
            requireOpen(transaction, intent, "update");
        }
        String currency = parameters.has("currency") ? Money.currency(parameters) : intent.currency();
        long amount = parameters.whole("amount").orElse(intent.amount());
        Money.chargeable(amount, currency, "amount");
        String captureMethod =
                parameters.choice("capture_method", IntentTerms.CAPTURE_METHODS).orElse(intent.captureMethod());
        Optional<PaymentMethod> method = PaymentMethods.named(transaction, parameters);
        var metadata = Metadata.merge(intent.metadata(), parameters);
        intent.change(amount, currency, captureMethod);
        intent.describe(
                parameters.text("description").orElse(intent.description()),
                parameters.text("receipt_email").orElse(intent.receiptEmail()),
                metadata);
        method.ifPresent(given -> intent.use(transaction.keep(given)));
        transaction.keep(intent);
        return Expansion.asked(transaction.books(), parameters).answer(intent);
    }

    private Answer confirm(Transaction transaction, Call call) {
        PaymentIntent intent = find(transaction, call);
        requireOpen(transaction, intent, "confirm");
        Parameters parameters = call.parameters();
        PaymentMethod method = PaymentMethods.named(transaction, parameters)
                .or(() -> intent.paymentMethod().map(id -> PaymentMethods.byId(transaction, id)))
                .orElseThrow(() -> unexpectedState(
                        intent,
                        "You cannot confirm this PaymentIntent because it's missing a payment method."
                                + " Update the PaymentIntent with a payment method and then confirm it again."));
        parameters.choice("capture_method", IntentTerms.CAPTURE_METHODS).ifPresent(intent::captureAs);
        return confirm(transaction, call, intent, method);
    }

    private Answer confirm(Transaction transaction, Call call, PaymentIntent intent, PaymentMethod method) {
        String returnUrl = call.parameters().text("return_url").orElse(null);
        return cashier.confirm(transaction, intent, method, returnUrl)
                .map(error -> error.refusal(intent).answer())
                .orElseGet(() ->
                        Expansion.asked(transaction.books(), call.parameters()).answer(intent));
    }

    private Answer capture(Transaction transaction, Call call) {
        PaymentIntent intent = find(transaction, call);
        long amount = call.parameters().whole("amount_to_capture").orElse(intent.amountCapturable());
        if (call.parameters().has("amount_to_capture")) {
            Money.positive(amount, "amount_to_capture");
        }
        if (intent.status() != IntentStatus.REQUIRES_CAPTURE) {
            throw unexpectedState(
                    intent,
                    "This PaymentIntent could not be captured because it has a status of "
                            + intent.status().label()
                            + ". Only a PaymentIntent with one of the following statuses may be captured:"
                            + " requires_capture.");
        }
        if (amount > intent.amountCapturable()) {
            String message = "The amount_to_capture (" + amount + ") is greater than the amount_capturable ("
                    + intent.amountCapturable() + ").";
            throw ApiRefusal.badParameter("amount_too_large", "amount_to_capture", message)
                    .asOutcome();
        }
        cashier.capture(transaction, intent, amount);
        return Expansion.asked(transaction.books(), call.parameters()).answer(intent);
    }

    private Answer cancel(Transaction transaction, Call call) {
        PaymentIntent intent = find(transaction, call);
        Optional<String> reason = call.parameters().choice("cancellation_reason", CANCELLATION_REASONS);
        if (intent.status() != IntentStatus.REQUIRES_CAPTURE) {
            requireOpen(transaction, intent, "cancel");
        }
        cashier.cancel(transaction, intent, reason.orElse(null));
        return Expansion.asked(transaction.books(), call.parameters()).answer(intent);
    }

    private static PaymentIntent find(Transaction transaction, Call call) {
        return transaction
                .books()
                .shelf(PaymentIntent.class)
                .find(call.id())
                .orElseThrow(() -> ApiRefusal.missing("payment_intent", call.id(), "intent"));
    }

    private void requireOpen(Transaction transaction, PaymentIntent intent, String verb) {
        if (!intent.status().isOpen()) {
            throw unexpectedState(
                    intent,
                    "You cannot " + verb + " this PaymentIntent because it has a status of "
                            + intent.status().label() + ".");
        }
        if (belongsToCheckout.test(transaction.books(), intent)) {
            throw unexpectedState(
                    intent,
                    "You cannot " + verb + " this PaymentIntent because it belongs to an open Checkout Session."
                            + " Expire the Checkout Session instead.");
        }
    }

    private static ApiRefusal unexpectedState(PaymentIntent intent, String message) {
        return ApiRefusal.invalid(message)
                .code("payment_intent_unexpected_state")
                .about("payment_intent", intent)
                .asOutcome();
    }
}
