package arcade.sandbox.checkout;

import arcade.sandbox.card.PaymentMethod;
import arcade.sandbox.ledger.Books;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.payment.Cashier;
import arcade.sandbox.payment.IntentStatus;
import arcade.sandbox.payment.PaymentError;
import arcade.sandbox.payment.PaymentIntent;
import java.util.Optional;

/** What happens to an open session: a card is tried, the shopper authenticates, the time is over. */
public final class CheckoutDesk {
    private final Cashier cashier;

    public CheckoutDesk(Cashier cashier) {
        this.cashier = cashier;
    }

    /** Tries a card on the session's one intent, which is made here the first time. */
    Optional<PaymentError> pay(Transaction transaction, CheckoutSession session, PaymentMethod method) {
        PaymentIntent intent = intent(transaction.books(), session).orElseGet(() -> begin(transaction, session));
        Optional<PaymentError> error = cashier.confirm(transaction, intent, method, session.arrivalUrl());
        settle(transaction, session, intent);
        return error;
    }

    /** The shopper's answer to the bank's question. */
    Optional<PaymentError> authenticate(Transaction transaction, PaymentIntent intent, boolean proved) {
        Optional<PaymentError> error = cashier.authenticate(transaction, intent, proved);
        session(transaction.books(), intent).ifPresent(session -> settle(transaction, session, intent));
        return error;
    }

    /** Closes the page for good; an intent that no card was accepted on is canceled. */
    void expire(Transaction transaction, CheckoutSession session) {
        session.expire();
        intent(transaction.books(), session)
                .filter(intent -> intent.status().isOpen())
                .ifPresent(intent -> cashier.cancel(transaction, intent, "expired"));
        transaction.announce("checkout.session.expired", session);
    }

    private PaymentIntent begin(Transaction transaction, CheckoutSession session) {
        PaymentIntent intent =
                new PaymentIntent(plan(transaction.books(), session).terms(), transaction.now());
        session.begin(intent);
        transaction.keep(session);
        transaction.announce("payment_intent.created", intent);
        return intent;
    }

    private void settle(Transaction transaction, CheckoutSession session, PaymentIntent intent) {
        boolean isAccepted =
                intent.status() == IntentStatus.REQUIRES_CAPTURE || intent.status() == IntentStatus.SUCCEEDED;
        if (isAccepted) {
            session.complete();
            session.follow(intent);
            transaction.announce("checkout.session.completed", session);
        }
    }

    static CheckoutPlan plan(Books books, CheckoutSession session) {
        return books.shelf(CheckoutPlan.class).under(session.id()).get(0);
    }

    static Optional<PaymentIntent> intent(Books books, CheckoutSession session) {
        return session.paymentIntent().flatMap(books.shelf(PaymentIntent.class)::find);
    }

    /** The session that made this intent. */
    static Optional<CheckoutSession> session(Books books, PaymentIntent intent) {
        return books.shelf(CheckoutSession.class).under(intent.id()).stream().findFirst();
    }

    /** Whether an intent is still in the hands of an open session. */
    public static boolean holds(Books books, PaymentIntent intent) {
        return session(books, intent).filter(CheckoutSession::isOpen).isPresent();
    }
}
