package arcade.fulfilment;

import arcade.database.Transactions;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The shopper's right to withdraw from the contract without a reason (directive 2011/83/EU, article 9, and its function on the page,
 * article 11a). It covers all that is left of the order: what was not sent is not sent any more and its money goes back at once; what
 * was sent comes back first. The receipt is a mail with the moment of the statement.
 */
@ApplicationScoped
public class Withdrawals {
    /** Of the order's only withdrawal. */
    private static final String KEY = "withdrawal";

    @Inject
    private LineRows lines;

    @Inject
    private ShipmentRows shipments;

    @Inject
    private ReturnRows returns;

    @Inject
    private MoneyBack moneyBack;

    @Inject
    private Terms terms;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** Stated again, it does no more. */
    public Outcome withdraw(Store store, Token order) {
        return transactions.run(() -> lines.lock(store, order)
                .map(found -> returns.ofKey(found, KEY)
                        .<Outcome>map(before -> new Done(before, true))
                        .orElseGet(() -> withdraw(found)))
                .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_ORDER, "There is no order " + order + ".")));
    }

    private Outcome withdraw(PaidOrder order) {
        if (!order.paid()) {
            return Outcome.refused(Reason.NOT_PAID, "The order is not paid. Cancel it instead.");
        }
        Optional<Instant> until = terms.withdrawableUntil(order.lines(), shipments.ofOrder(order));
        if (until.isPresent() && !clock.instant().isBefore(until.get())) {
            return Outcome.refused(Reason.TOO_LATE, "Withdrawal was possible until " + until.get() + ".");
        }
        List<Pieces> unsent = some(order, LineProgress::toShip);
        List<Pieces> sent = some(order, LineProgress::returnable);
        if (unsent.isEmpty() && sent.isEmpty()) {
            return Outcome.refused(Reason.NOTHING, "There is nothing left to withdraw from.");
        }
        unsent.forEach(pieces -> lines.cancel(order, pieces));
        sent.forEach(pieces -> lines.comeBack(order, pieces));
        Token ref = Token.random();
        Optional<Token> refund = refund(order, ref, unsent, sent);
        returns.insert(
                order,
                ReturnCase.wished(ref, ReturnCase.Kind.WITHDRAWAL, Optional.empty(), "", sent, unsent),
                KEY,
                sent.isEmpty(),
                sent.isEmpty() ? refund : Optional.empty());
        lines.mail(order, "order-withdrawn", ref);
        return new Done(ref, false);
    }

    /** For what was not sent: at once. All of it, with the delivery, where nothing has to come back. */
    private Optional<Token> refund(PaidOrder order, Token ref, List<Pieces> unsent, List<Pieces> sent) {
        boolean nothingComesBack =
                sent.isEmpty() && returns.ofOrder(order).stream().noneMatch(other -> other.is("REQUESTED"));
        return nothingComesBack
                ? moneyBack.all(order, "withdrawn", "withdrawn:" + ref)
                : moneyBack.some(order, order.paidFor(unsent), "withdrawn", "withdrawn:" + ref);
    }

    private static List<Pieces> some(PaidOrder order, ToIntFunction<LineProgress> count) {
        return order.lines().stream()
                .map(line -> new Pieces(line.position(), count.applyAsInt(line)))
                .filter(pieces -> pieces.count() > 0)
                .toList();
    }
}
