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
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Pieces that shoppers send back: asked for by them, decided by the shop when it has the pieces in hand. */
@ApplicationScoped
public class Returns {
    private static final int LONGEST_REFUSAL = 500;

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

    /** A shopper's wish. The pieces are spoken for from now on: no other return can name them. */
    public Outcome request(Store store, Token order, ReturnWish wish) {
        return transactions.run(() -> lines.lock(store, order)
                .map(found -> returns.ofKey(found, wish.requestKey())
                        .<Outcome>map(before -> new Done(before, true))
                        .orElseGet(() -> request(found, wish)))
                .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_ORDER, "There is no order " + order + ".")));
    }

    private Outcome request(PaidOrder order, ReturnWish wish) {
        Optional<Outcome> refusal = refusal(order, wish);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<Pieces> pieces = wish.pieces().entrySet().stream()
                .map(each -> new Pieces(each.getKey(), each.getValue()))
                .toList();
        pieces.forEach(some -> lines.comeBack(order, some));
        Token ref = Token.random();
        returns.insert(
                order,
                ReturnCase.wished(
                        ref, ReturnCase.Kind.RETURN, Optional.of(wish.reason()), wish.remark(), pieces, List.of()),
                wish.requestKey(),
                false,
                Optional.empty());
        lines.mail(order, "return-requested", ref);
        return new Done(ref, false);
    }

    private Optional<Outcome> refusal(PaidOrder order, ReturnWish wish) {
        Optional<Instant> until = terms.returnableUntil(order.lines(), shipments.ofOrder(order));
        if (until.isPresent() && !clock.instant().isBefore(until.get())) {
            return Optional.of(Outcome.refused(Reason.TOO_LATE, "Returns were possible until " + until.get() + "."));
        }
        if (wish.remark().length() > ReturnWish.LONGEST_REMARK) {
            return Optional.of(Outcome.refused(
                    Reason.TEXT, "The remark is longer than " + ReturnWish.LONGEST_REMARK + " characters."));
        }
        if (wish.pieces().isEmpty()) {
            return Optional.of(Outcome.refused(Reason.NOTHING, "Name the pieces that come back."));
        }
        for (Map.Entry<Integer, Integer> wanted : wish.pieces().entrySet()) {
            int position = wanted.getKey();
            int left = order.hasLine(position) ? order.line(position).returnable() : 0;
            if (wanted.getValue() < 1 || wanted.getValue() > left) {
                return Optional.of(Outcome.refused(
                        Reason.TOO_MANY,
                        "Of line " + position + " there are " + left + " pieces to return, not " + wanted.getValue()
                                + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether it is a return of this order: who decides about the one order does not decide about another. */
    public boolean isOf(Token order, Token ref) {
        return returns.isOf(order, ref);
    }

    /**
     * The pieces are back: what was paid for them goes back, and those that can be sold again go into stock.
     *
     * @param undamaged how many of each line can be sold again, by its position; a line left out has none
     */
    public Outcome received(Store store, Token ref, Map<Integer, Integer> undamaged) {
        return decide(store, ref, (order, open) -> {
            Map<Integer, Integer> none = Map.copyOf(undamaged);
            for (Map.Entry<Integer, Integer> each : none.entrySet()) {
                int back = open.lines().stream()
                        .filter(some -> some.position() == each.getKey())
                        .mapToInt(Pieces::count)
                        .sum();
                if (each.getValue() < 0 || each.getValue() > back) {
                    return Outcome.refused(
                            Reason.TOO_MANY,
                            "Of line " + each.getKey() + " " + back + " pieces come back, not " + each.getValue()
                                    + ".");
                }
            }
            Optional<Token> refund = refund(order, open);
            returns.received(ref, none, refund);
            none.forEach((position, pieces) -> lines.restock(order, new Pieces(position, pieces), "returned"));
            return new Done(ref, false);
        });
    }

    /** The pieces do not come back, or not as they should. @param why for the shopper to read, 1 to 500 characters */
    public Outcome refuse(Store store, Token ref, String why) {
        if (why.isBlank() || why.length() > LONGEST_REFUSAL) {
            return Outcome.refused(Reason.TEXT, "Say why in 1 to " + LONGEST_REFUSAL + " characters.");
        }
        return decide(store, ref, (order, open) -> {
            open.lines().forEach(some -> lines.comeBack(order, new Pieces(some.position(), -some.count())));
            returns.refused(ref, why.strip());
            return new Done(ref, false);
        });
    }

    /** Who withdrew from all of it gets all of it back, the delivery included (directive 2011/83/EU, article 13). */
    private Optional<Token> refund(PaidOrder order, ReturnCase open) {
        String key = "return:" + open.ref();
        boolean wholeContract = open.kind() == ReturnCase.Kind.WITHDRAWAL
                && order.lines().stream().allMatch(line -> line.toShip() == 0 && line.returnable() == 0)
                && returns.ofOrder(order).stream()
                        .noneMatch(
                                other -> other.is("REQUESTED") && !other.ref().equals(open.ref()));
        return wholeContract
                ? moneyBack.all(order, "withdrawn", key)
                : moneyBack.some(order, order.paidFor(open.lines()), "returned", key);
    }

    private Outcome decide(Store store, Token ref, BiFunction<PaidOrder, ReturnCase, Outcome> decision) {
        return transactions.run(() -> {
            Optional<PaidOrder> order = returns.orderOf(store, ref).flatMap(token -> lines.lock(store, token));
            Optional<ReturnCase> found = order.flatMap(locked -> returns.ofOrder(locked).stream()
                    .filter(each -> each.ref().equals(ref))
                    .findFirst());
            if (found.isEmpty()) {
                return Outcome.refused(Reason.NO_SUCH_RETURN, "There is no return " + ref + ".");
            }
            return found.get().is("REQUESTED")
                    ? decision.apply(order.get(), found.get())
                    : Outcome.refused(
                            Reason.DECIDED, "The return is " + found.get().state() + " already.");
        });
    }
}
