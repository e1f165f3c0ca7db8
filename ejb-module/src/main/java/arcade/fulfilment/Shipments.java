package arcade.fulfilment;

import arcade.database.Transactions;
import arcade.fulfilment.Outcome.Done;
import arcade.fulfilment.Outcome.Reason;
import arcade.shared.Token;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Sends pieces of paid orders, all at once or in parts. The shopper is told by mail, once for each shipment. */
@ApplicationScoped
public class Shipments {
    @Inject
    private LineRows lines;

    @Inject
    private ShipmentRows shipments;

    @Inject
    private Transactions transactions;

    /** The same key of the same order is the same shipment; with something else in it, it is refused. */
    public Outcome ship(Store store, Token order, Shipping wish) {
        return transactions.run(() -> lines.lock(store, order)
                .map(found -> shipments
                        .ofKey(found, wish.requestKey())
                        .map(before -> again(found, before, wish))
                        .orElseGet(() -> ship(found, wish)))
                .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_ORDER, "There is no order " + order + ".")));
    }

    private Outcome again(PaidOrder order, Token before, Shipping wish) {
        boolean same = shipments.ofOrder(order).stream()
                .filter(each -> each.ref().equals(before))
                .anyMatch(wish::isAbout);
        return same
                ? new Done(before, true)
                : Outcome.refused(
                        Reason.DECIDED,
                        "This form was sent before with other content, and its parcel is told to the buyer."
                                + " Open the order anew to see it.");
    }

    private Outcome ship(PaidOrder order, Shipping wish) {
        Optional<Outcome> refusal = refusal(order, wish);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        wish.pieces().forEach((position, pieces) -> lines.ship(order, new Pieces(position, pieces)));
        Token ref = Token.random();
        shipments.insert(order, ref, wish);
        lines.mail(order, "order-shipped", ref);
        return new Done(ref, false);
    }

    private static Optional<Outcome> refusal(PaidOrder order, Shipping wish) {
        if (!order.paid()) {
            return Optional.of(Outcome.refused(Reason.NOT_PAID, "The order is not paid: send nothing yet."));
        }
        Optional<String> problem = wish.problem();
        if (problem.isPresent()) {
            return problem.map(detail -> Outcome.refused(Reason.TEXT, detail));
        }
        if (wish.pieces().isEmpty()) {
            return Optional.of(Outcome.refused(Reason.NOTHING, "Name the pieces that are sent."));
        }
        for (Map.Entry<Integer, Integer> wanted : wish.pieces().entrySet()) {
            int position = wanted.getKey();
            int left = order.hasLine(position) ? order.line(position).toShip() : 0;
            if (wanted.getValue() < 1 || wanted.getValue() > left) {
                return Optional.of(Outcome.refused(
                        Reason.TOO_MANY,
                        "Of line " + position + " there are " + left + " pieces to send, not " + wanted.getValue()
                                + "."));
            }
        }
        return Optional.empty();
    }

    /** Whether it is a shipment of this order: who may change the one order may not change another. */
    public boolean isOf(Token order, Token shipment) {
        return shipments.isOf(order, shipment);
    }

    /** The carrier handed it over. From the last one on, the time for withdrawals and returns runs. */
    public Outcome delivered(Token shipment) {
        if (shipments.delivered(shipment)) {
            return new Done(shipment, false);
        }
        return shipments.exists(shipment)
                ? new Done(shipment, true)
                : Outcome.refused(Reason.NO_SUCH_SHIPMENT, "There is no shipment " + shipment + ".");
    }
}
