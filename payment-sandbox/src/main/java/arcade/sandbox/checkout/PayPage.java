package arcade.sandbox.checkout;

import arcade.sandbox.api.Parameters;
import arcade.sandbox.card.CardDetails;
import arcade.sandbox.card.Decline;
import arcade.sandbox.card.InvalidCard;
import arcade.sandbox.card.PaymentMethods;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.payment.PaymentError;
import arcade.sandbox.payment.PaymentIntent;
import java.time.Instant;
import java.util.Optional;

/** {@code /pay/{session}}: the shopper's card. */
final class PayPage {
    private final CheckoutDesk desk;
    private final Pages pages;

    PayPage(CheckoutDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    Page show(Transaction transaction, CheckoutSession session) {
        return closed(transaction, session)
                .orElseGet(() -> challenge(transaction, session)
                        .orElseGet(() -> form(transaction, session, 200, lastProblem(transaction, session))));
    }

    Page submit(Transaction transaction, CheckoutSession session, Parameters form) {
        Optional<Page> closed = closed(transaction, session);
        if (closed.isPresent()) {
            return closed.get();
        }
        CardDetails card;
        try {
            card = card(form, transaction.now());
        } catch (InvalidCard e) {
            return form(transaction, session, 422, Optional.of(e.reason()));
        }
        desk.pay(transaction, session, PaymentMethods.typed(card, transaction));
        return closed(transaction, session)
                .orElseGet(() ->
                        challenge(transaction, session).orElseGet(() -> new Page.Elsewhere("/pay/" + session.id())));
    }

    /** Where a session that takes no card any more leads. */
    private Optional<Page> closed(Transaction transaction, CheckoutSession session) {
        if (session.isDue(transaction.now())) {
            desk.expire(transaction, session);
        }
        return switch (session.status()) {
            case OPEN -> Optional.empty();
            case COMPLETE -> Optional.of(new Page.Elsewhere(session.arrivalUrl()));
            case EXPIRED ->
                Optional.of(new Page.Document(
                        410,
                        pages.notice(
                                "This payment page has expired",
                                "Nothing was taken from your card. Go back to the shop to pay again.",
                                session.cancelUrl()),
                        ""));
        };
    }

    private static Optional<Page> challenge(Transaction transaction, CheckoutSession session) {
        return CheckoutDesk.intent(transaction.books(), session)
                .filter(intent -> intent.nextAction().isPresent())
                .map(intent -> new Page.Elsewhere("/authenticate/" + intent.clientSecret()));
    }

    private Page form(Transaction transaction, CheckoutSession session, int status, Optional<Decline> problem) {
        String html = pages.pay(transaction.books(), session, problem);
        return new Page.Document(status, html, Page.origin(session.successUrl()));
    }

    private static Optional<Decline> lastProblem(Transaction transaction, CheckoutSession session) {
        return CheckoutDesk.intent(transaction.books(), session)
                .flatMap(PaymentIntent::lastPaymentError)
                .map(PaymentError::reason);
    }

    private static CardDetails card(Parameters form, Instant now) {
        String expiry = form.text("expiry").orElse("").strip();
        String[] parts = expiry.matches("[0-9]{4}")
                ? new String[] {expiry.substring(0, 2), expiry.substring(2)}
                : expiry.split("[\\s/.-]+", 2);
        String year = parts.length == 2 ? parts[1] : "";
        String number = form.text("number").orElse("");
        return CardDetails.of(number, parts[0], year, form.text("cvc").orElse(""), now);
    }
}
