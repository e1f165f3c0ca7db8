package arcade.sandbox.checkout;

import arcade.sandbox.api.Parameters;
import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.payment.NextAction;
import arcade.sandbox.payment.PaymentIntent;
import java.util.Locale;
import java.util.Optional;

/** {@code /authenticate/{client secret}}: the bank asks whether it is really the shopper. */
final class AuthenticatePage {
    private final CheckoutDesk desk;
    private final Pages pages;

    AuthenticatePage(CheckoutDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    Page show(Transaction transaction, PaymentIntent intent) {
        if (intent.nextAction().isEmpty()) {
            return onward(transaction, intent, Optional.empty());
        }
        String lastFour = intent.paymentMethod()
                .flatMap(transaction.books().shelf(PaymentMethod.class)::find)
                .map(method -> method.card().last4())
                .orElse("");
        String amount = Pages.money(intent.amount(), intent.currency(), Locale.ENGLISH);
        String origin = returnUrl(intent).map(Page::origin).orElse("");
        return new Page.Document(200, pages.authenticate(amount, lastFour), origin);
    }

    Page answer(Transaction transaction, PaymentIntent intent, Parameters form) {
        Optional<String> returnUrl = returnUrl(intent);
        if (intent.nextAction().isPresent()) {
            boolean proved = form.text("answer").filter("complete"::equals).isPresent();
            desk.authenticate(transaction, intent, proved);
        }
        return onward(transaction, intent, returnUrl);
    }

    private Page onward(Transaction transaction, PaymentIntent intent, Optional<String> returnUrl) {
        var session = CheckoutDesk.session(transaction.books(), intent);
        if (session.isPresent()) {
            return new Page.Elsewhere("/pay/" + session.get().id());
        }
        boolean isPaid = !intent.status().isOpen();
        return returnUrl
                .<Page>map(address -> new Page.Elsewhere(address + (address.contains("?") ? "&" : "?")
                        + "payment_intent=" + intent.id() + "&payment_intent_client_secret=" + intent.clientSecret()
                        + "&redirect_status=" + (isPaid ? "succeeded" : "failed")))
                .orElseGet(() -> new Page.Document(
                        200, pages.notice("Thank you", "You can close this page.", Optional.empty()), ""));
    }

    private static Optional<String> returnUrl(PaymentIntent intent) {
        return intent.nextAction().map(NextAction::redirectToUrl).map(NextAction.Redirect::returnUrl);
    }
}
