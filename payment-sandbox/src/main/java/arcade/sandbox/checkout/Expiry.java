package arcade.sandbox.checkout;

import arcade.sandbox.ledger.Answer;
import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Ledger;
import arcade.sandbox.ledger.Listed;
import arcade.sandbox.ledger.Request;
import arcade.sandbox.ledger.Transaction;
import arcade.sandbox.payment.Cashier;
import arcade.sandbox.payment.PaymentIntent;
import java.util.List;
import java.util.function.Predicate;

/** Ends what nobody ends: sessions past their time, and authorizations that were not captured in seven days. */
public final class Expiry {
    private static final int MAX_PER_SWEEP = 100;

    private final Ledger ledger;
    private final CheckoutDesk desk;
    private final Cashier cashier;
    private int finishedSessions;
    private int finishedIntents;

    public Expiry(Ledger ledger, CheckoutDesk desk, Cashier cashier) {
        this.ledger = ledger;
        this.desk = desk;
        this.cashier = cashier;
    }

    /** Ends at most 100 of each kind; the next sweep goes on. For one thread. */
    public void sweep() {
        ledger.transact(Request.internal(Ids.next("req_")), transaction -> {
            sweepSessions(transaction);
            sweepIntents(transaction);
            return Answer.of(200, "{}");
        });
    }

    private void sweepSessions(Transaction transaction) {
        var sessions = transaction.books().shelf(CheckoutSession.class).inOrder();
        finishedSessions = skip(sessions, finishedSessions, session -> !session.isOpen());
        sessions.subList(finishedSessions, sessions.size()).stream()
                .filter(session -> session.isDue(transaction.now()))
                .limit(MAX_PER_SWEEP)
                .forEach(session -> desk.expire(transaction, session));
    }

    private void sweepIntents(Transaction transaction) {
        var intents = transaction.books().shelf(PaymentIntent.class).inOrder();
        finishedIntents =
                skip(intents, finishedIntents, intent -> intent.status().isFinal());
        intents.subList(finishedIntents, intents.size()).stream()
                .filter(intent -> cashier.isOverdue(transaction, intent))
                .limit(MAX_PER_SWEEP)
                .forEach(intent -> cashier.cancel(transaction, intent, "automatic"));
    }

    /** Everything before the returned position is finished for ever and is not looked at again. */
    private static <T extends Listed> int skip(List<T> inOrder, int from, Predicate<T> isFinished) {
        int position = from;
        while (position < inOrder.size() && isFinished.test(inOrder.get(position))) {
            position++;
        }
        return position;
    }
}
