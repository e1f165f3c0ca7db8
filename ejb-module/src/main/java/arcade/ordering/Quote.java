package arcade.ordering;

import arcade.cart.StoredCart;
import arcade.cart.Totals;
import arcade.catalog.Offer;
import arcade.ordering.Refusal.Reason;
import arcade.promotion.Tariff;
import arcade.shared.Money;
import arcade.shared.Sku;
import arcade.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cart costs by the catalogue and the tariff of this moment. The client's prices play no part in it.
 *
 * @param gone lines that the store no longer sells
 */
record Quote(List<Line> lines, List<Sku> gone, Totals totals) {

    record Line(Offer offer, int quantity) {}

    static Quote of(Store store, Tariff tariff, String country, StoredCart cart, Map<Sku, Offer> offers) {
        List<Line> lines = new ArrayList<>();
        List<Sku> gone = new ArrayList<>();
        Money items = Money.zero(store.currency());
        for (StoredCart.Line wanted : cart.lines()) {
            Offer offer = offers.get(wanted.sku());
            if (offer == null) {
                gone.add(wanted.sku());
            } else {
                lines.add(new Line(offer, wanted.quantity()));
                items = items.plus(offer.price().times(wanted.quantity()));
            }
        }
        return new Quote(lines, gone, Totals.of(tariff, country, items));
    }

    /** Why this cannot be ordered, as far as the wish, the catalogue and the tariff tell. */
    List<Refusal> refusals(PlaceOrder wish) {
        List<Refusal> reasons = Typed.check(wish.buyer(), wish.address());
        boolean countryGiven =
                reasons.stream().noneMatch(reason -> reason.field().equals("country"));
        if (countryGiven && !totals.isDeliverable()) {
            reasons.add(Refusal.of(
                    Reason.NO_DELIVERY, "country", "This shop does not deliver to " + totals.country() + "."));
        }
        gone.forEach(sku -> reasons.add(
                Refusal.of(Reason.NO_LONGER_AVAILABLE, sku.value(), "This shop no longer sells the SKU " + sku + ".")));
        if (lines.isEmpty() && gone.isEmpty()) {
            reasons.add(Refusal.of(Reason.CART_EMPTY, "", "The cart is empty."));
        } else if (reasons.isEmpty()) {
            checkTotal(wish, reasons);
        }
        return reasons;
    }

    private void checkTotal(PlaceOrder wish, List<Refusal> reasons) {
        if (totals.total().isZero()) {
            reasons.add(Refusal.of(Reason.NOTHING_TO_PAY, "", "The total is zero: there is nothing to pay."));
        }
        wish.expectedTotal()
                .filter(expected -> !expected.equals(totals.total()))
                .ifPresent(expected -> reasons.add(Refusal.of(
                        Reason.TOTAL_CHANGED,
                        "",
                        "The total is " + totals.total().minor() + " minor units now, not " + expected.minor() + ".")));
    }

    /** The pieces to reserve, in the order of the SKUs. */
    SortedMap<Sku, Integer> tracked() {
        SortedMap<Sku, Integer> pieces = new TreeMap<>();
        lines.stream()
                .filter(line -> line.offer().tracked())
                .forEach(line -> pieces.put(line.offer().sku(), line.quantity()));
        return pieces;
    }
}
