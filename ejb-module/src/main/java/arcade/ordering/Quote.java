package arcade.ordering;

import arcade.cart.Prices;
import arcade.cart.StoredCart;
import arcade.catalog.Offer;
import arcade.ordering.Refusal.Reason;
import arcade.promotion.CouponAnswer;
import arcade.promotion.PricedItem;
import arcade.promotion.Pricing;
import arcade.promotion.Promotion;
import arcade.promotion.Totals;
import arcade.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a cart costs by the catalogue, the promotions and the tariff of this moment. The client's prices play no part in it.
 *
 * @param gone lines that the store no longer sells
 */
record Quote(List<Line> lines, List<Sku> gone, Totals totals) {

    record Line(Offer offer, int quantity) {}

    static Quote of(Pricing pricing, StoredCart cart, Map<Sku, Offer> offers) {
        List<Line> lines = new ArrayList<>();
        List<Sku> gone = new ArrayList<>();
        List<PricedItem> items = new ArrayList<>();
        for (StoredCart.Line wanted : cart.lines()) {
            Offer offer = offers.get(wanted.sku());
            if (offer == null) {
                gone.add(wanted.sku());
            } else {
                lines.add(new Line(offer, wanted.quantity()));
                items.add(Prices.item(offer, wanted.quantity()));
            }
        }
        return new Quote(lines, gone, pricing.totals(items));
    }

    /** Why this cannot be ordered, as far as the wish, the catalogue and the tariff tell. */
    List<Refusal> refusals(PlaceOrder wish) {
        List<Refusal> reasons = Typed.check(wish.buyer(), wish.address());
        wish.billing().ifPresent(billing -> reasons.addAll(Typed.check(billing)));
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
        if (wish.expectedTotal().equals(Optional.of(totals.total()))) {
            return;
        }
        // Who was told the total without it has been told.
        totals.coupon().filter(CouponAnswer::isOver).ifPresent(coupon -> reasons.add(over(coupon)));
        wish.expectedTotal()
                .ifPresent(expected -> reasons.add(Refusal.of(
                        Reason.TOTAL_CHANGED,
                        "",
                        "The total is " + totals.total().minor() + " minor units now, not " + expected.minor() + ".")));
    }

    private static Refusal over(CouponAnswer coupon) {
        return coupon.state() == CouponAnswer.State.USED_UP
                ? usedUp(coupon.code())
                : Refusal.of(
                        Reason.COUPON_NOT_VALID,
                        "coupon",
                        "The coupon " + coupon.code()
                                + " is not valid any more. Take it off the cart, or send the total"
                                + " without it as expected.");
    }

    /** A promotion of which this order would have been one too many. */
    static Refusal usedUp(Promotion promotion) {
        return promotion
                .coupon()
                .map(Quote::usedUp)
                .orElseGet(() -> Refusal.of(
                        Reason.USED_UP, "", "The promotion " + promotion.name() + " has been used up meanwhile."));
    }

    private static Refusal usedUp(String coupon) {
        return Refusal.of(
                Reason.USED_UP,
                "coupon",
                "The coupon " + coupon + " has been used up. Take it off the cart, or send the total without it as"
                        + " expected.");
    }

    /** What the order uses. */
    List<Promotion> promotions() {
        return totals.discounts().stream().map(Totals.Discount::promotion).toList();
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
