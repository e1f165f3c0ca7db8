package arcade.ordering;

import static arcade.testing.Shopfloor.expecting;
import static arcade.testing.Shopfloor.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cart.CartAnswer;
import arcade.cart.CartRefusal;
import arcade.cart.Carts;
import arcade.database.Transactions;
import arcade.ordering.OrderView.Discount;
import arcade.ordering.Placement.Placed;
import arcade.ordering.Placement.Refused;
import arcade.ordering.Refusal.Reason;
import arcade.payment.PaymentsAbandoned;
import arcade.payment.PaymentsAbandoned.Abandoned;
import arcade.promotion.CouponAnswer;
import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import arcade.promotion.Promotions;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mugs at 12.50 of which 10 % are taken off; the delivery is 4.90. One class for all of it, and long for that: each class of in-container
 * tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class UsingACouponIT {
    private static final Limit NO_LIMIT = Limit.none();
    private static final Optional<String> TENTH = Optional.of("TENTH");
    private static final long REDUCED = 1125 + 490;
    private static final long FULL = 1250 + 490;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Carts carts;

    @Inject
    private Checkout checkout;

    @Inject
    private Orders orders;

    @Inject
    private Promotions promotions;

    @Inject
    private Revisions revisions;

    @Inject
    private Transactions transactions;

    @Inject
    private Event<PaymentsAbandoned> abandoned;

    @Test
    void theOrderKeepsWhatWasTakenOff() {
        Store store = floor.stock(floor.stock(floor.openStore(), "MUG", 1250, 9), "POT", 333, 9);
        add(store, tenth(TENTH, NO_LIMIT));
        add(store, freeShipping(NO_LIMIT));
        Token cart = floor.cartWith(store, "MUG", 2);
        carts.add(store, cart, "POT", 1);
        carts.redeem(store, cart, " tenth ");

        OrderView order = orders.find(store, placed(checkout.place(store, wish(cart, "ann"))))
                .orElseThrow();

        assertEquals(
                List.of(new Discount("A tenth", euro(283)), new Discount("We pay the delivery", euro(0))),
                order.discounts());
        assertEquals(euro(2833), order.items());
        assertEquals(euro(283), order.discount());
        assertEquals(euro(0), order.shipping());
        assertEquals(euro(2550), order.total());
        assertEquals(
                List.of(euro(250), euro(33)),
                order.lines().stream().map(OrderView.Line::discount).toList());
        assertEquals(
                2550,
                floor.number(
                        "SELECT amount_minor FROM payment WHERE order_ref = ?",
                        order.token().value()));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_total WHERE order_ref = ? AND lines_minor = items_minor + discount_minor"
                                + " AND off_lines_minor = discount_minor AND off_by_rules_minor = discount_minor"
                                + " AND total_minor = items_minor + shipping_minor AND discount_minor = 283",
                        order.token().value()));
    }

    @Test
    void exactlyAsManyOrdersAsMayUseACoupon() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 100);
        long delivery = add(store, freeShipping(new Limit(OptionalLong.of(50), OptionalLong.empty())));
        long coupon = add(store, tenth(TENTH, new Limit(OptionalLong.of(5), OptionalLong.empty())));
        List<Token> filled =
                Stream.generate(() -> cartWithCoupon(store)).limit(24).toList();
        AtomicInteger buyers = new AtomicInteger();

        List<Placement> answers = floor.atOnce(24, () -> {
            int buyer = buyers.getAndIncrement();
            return checkout.place(store, expecting(wish(filled.get(buyer), "buyer" + buyer), 1125));
        });

        assertEquals(5, answers.stream().filter(Placed.class::isInstance).count());
        answers.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .forEach(refused -> {
                    assertEquals(Reason.USED_UP, refused.reasons().get(0).reason(), refused::toString);
                    assertEquals("coupon", refused.reasons().get(0).field());
                    assertEquals(Optional.of(euro(1250)), refused.total());
                });
        assertEquals("100/95/5/0", floor.stockOf(store, "MUG"));
        assertEquals(5, used(coupon));
        assertEquals(5, used(delivery), "what a refused order had used is given back");
        assertEquals(5, floor.number("SELECT orders FROM audit_promotion WHERE promotion_id = ?", coupon));
        assertEquals(5 * 1125, floor.number("SELECT SUM(total_minor) FROM shop_order WHERE store_id = ?", store.id()));
    }

    @Test
    void whoWasToldTheFullPriceMayOrderForItWithTheSameForm() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        add(store, tenth(TENTH, new Limit(OptionalLong.of(1), OptionalLong.empty())));
        Token late = cartWithCoupon(store);
        PlaceOrder wish = wish(late, "late");
        placed(checkout.place(store, wish(cartWithCoupon(store), "early")));

        Placement withoutTotal = checkout.place(store, wish);
        Placement reduced = checkout.place(store, expecting(wish, REDUCED));
        Token order = placed(checkout.place(store, expecting(wish, FULL)));

        assertEquals(List.of(Reason.USED_UP), reasons(withoutTotal));
        assertEquals(Reason.USED_UP, reasons(reduced).get(0));
        assertEquals(euro(FULL), orders.find(store, order).orElseThrow().total());
        assertEquals(List.of(), orders.find(store, order).orElseThrow().discounts());
    }

    @Test
    void oneBuyerIsKnownByTheAddressHoweverItIsWritten() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 100);
        long coupon = add(store, tenth(TENTH, new Limit(OptionalLong.empty(), OptionalLong.of(1))));
        AtomicInteger tries = new AtomicInteger();

        List<Placement> answers = floor.atOnce(8, () -> {
            Token cart = cartWithCoupon(store);
            return checkout.place(
                    store, expecting(wish(cart, tries.incrementAndGet() % 2 == 0 ? "ann" : "ANN"), REDUCED));
        });

        assertEquals(1, answers.stream().filter(Placed.class::isInstance).count());
        placed(checkout.place(store, expecting(wish(cartWithCoupon(store), "bob"), REDUCED)));
        assertEquals(2, used(coupon));
        Token again = cartWithCoupon(store);
        assertEquals(REDUCED, total(store, again, Optional.empty()));
        assertEquals(FULL, total(store, again, Optional.of("Ann@example.org")));
    }

    @Test
    void aCancelledOrderGivesItsUseBack() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        long coupon = add(store, tenth(TENTH, new Limit(OptionalLong.of(1), OptionalLong.of(1))));
        Token order = placed(checkout.place(store, wish(cartWithCoupon(store), "ann")));
        assertEquals(1, used(coupon));

        abandon(store, order);

        assertEquals(0, used(coupon));
        assertEquals(0, floor.number("SELECT used FROM promotion_use_by WHERE promotion_id = ?", coupon));
        assertEquals("9/9/0/0", floor.stockOf(store, "MUG"));
        assertThrows(RuntimeException.class, () -> abandon(store, order));
        assertEquals(0, used(coupon));
        placed(checkout.place(store, expecting(wish(cartWithCoupon(store), "ann"), REDUCED)));
    }

    @Test
    void whatIsNotCountedIsNotGivenBack() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        long coupon = add(store, tenth(TENTH, NO_LIMIT));
        Token order = placed(checkout.place(store, wish(cartWithCoupon(store), "ann")));

        abandon(store, order);

        assertEquals(
                OrderState.CANCELLED, orders.find(store, order).orElseThrow().state());
        assertEquals(0, floor.number("SELECT COUNT(*) FROM promotion_use WHERE promotion_id = ?", coupon));
    }

    @Test
    void anOrderThatIsRefusedUsesNothing() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 1);
        long first = add(store, tenth(Optional.empty(), new Limit(OptionalLong.of(9), OptionalLong.of(9))));
        long second = add(store, tenth(TENTH, new Limit(OptionalLong.of(1), OptionalLong.empty())));
        Token tooMany = cartWithCoupon(store);
        carts.add(store, tooMany, "MUG", 1);

        Placement short1 = checkout.place(store, wish(tooMany, "ann"));

        assertEquals(List.of(Reason.NOT_ENOUGH), reasons(short1));
        assertEquals(0, used(first));
        assertEquals(0, used(second));
        Token one = cartWithCoupon(store);
        floor.change("UPDATE promotion_use SET used = 1 WHERE promotion_id = ?", second);
        assertEquals(List.of(Reason.USED_UP), reasons(checkout.place(store, wish(one, "ann"))));
        assertEquals(0, used(first));
        assertEquals("1/1/0/0", floor.stockOf(store, "MUG"));
        assertEquals(0, floor.number("SELECT COUNT(*) FROM shop_order WHERE store_id = ?", store.id()));
    }

    @Test
    void aPromotionForEverybodyHasItsLimitToo() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);
        add(store, tenth(Optional.empty(), new Limit(OptionalLong.of(3), OptionalLong.empty())));
        AtomicInteger buyers = new AtomicInteger();

        List<Placement> answers = floor.atOnce(12, () -> {
            Token cart = floor.cartWith(store, "MUG", 1);
            return checkout.place(store, expecting(wish(cart, "buyer" + buyers.incrementAndGet()), REDUCED));
        });

        assertEquals(3, answers.stream().filter(Placed.class::isInstance).count());
        assertTrue(answers.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .allMatch(refused -> refused.because(Reason.USED_UP) || refused.because(Reason.TOTAL_CHANGED)));
    }

    @Test
    void aCouponThatIsOverIsSaidAndNotForgottenInSilence() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        long coupon = add(store, tenth(TENTH, NO_LIMIT));
        Token cart = cartWithCoupon(store);
        KeptPromotion kept = promotions.find(store, coupon).orElseThrow();
        assertTrue(promotions.change(store, kept.promotion(), false, kept.version()));
        revisions.refresh();

        assertEquals(List.of(Reason.COUPON_NOT_VALID), reasons(checkout.place(store, wish(cart, "ann"))));
        assertEquals(
                CouponAnswer.State.NOT_VALID,
                carts.find(store, cart)
                        .orElseThrow()
                        .totals()
                        .coupon()
                        .orElseThrow()
                        .state());
        assertInstanceOf(CartAnswer.Current.class, carts.withoutCoupon(store, cart));
        placed(checkout.place(store, wish(cart, "ann")));
    }

    @Test
    void aCartTakesOnlyCouponsOfItsStore() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Store other = floor.stock(floor.openStore(), "MUG", 1250, 9);
        add(store, tenth(TENTH, NO_LIMIT));
        Token cart = floor.cartWith(other, "MUG", 1);

        assertEquals(CartRefusal.NO_SUCH_COUPON, refusal(carts.redeem(other, cart, "TENTH")));
        assertEquals(CartRefusal.NO_SUCH_COUPON, refusal(carts.redeem(other, cart, "<script>")));
        assertEquals(CartRefusal.NO_SUCH_CART, refusal(carts.redeem(store, cart, "TENTH")));
        assertEquals(FULL, total(other, cart, Optional.empty()));
        assertTrue(promotions
                .find(other, promotions.all(store).get(0).promotion().id())
                .isEmpty());
    }

    @Test
    void whoChangesARuleThatSomebodyElseChangedIsTold() {
        Store store = floor.openStore();
        long id = add(store, tenth(TENTH, new Limit(OptionalLong.of(7), OptionalLong.of(2))));
        KeptPromotion kept = promotions.find(store, id).orElseThrow();

        assertEquals(tenth(id, TENTH, new Limit(OptionalLong.of(7), OptionalLong.of(2))), kept.promotion());
        assertTrue(promotions.change(store, tenth(id, TENTH, NO_LIMIT), true, kept.version()));
        assertFalse(promotions.change(store, tenth(id, Optional.empty(), NO_LIMIT), true, kept.version()));
        assertEquals(
                tenth(id, TENTH, NO_LIMIT),
                promotions.find(store, id).orElseThrow().promotion());
    }

    @Test
    void everyKindOfRuleIsReadAsItWasWritten() {
        Store store = floor.openStore();
        List<Promotion> rules = List.of(
                rule(new Reduction.Amount(500), new Scope.Category("cups")),
                rule(new Reduction.FreePieces(2, 1), new Scope.Product("mug")),
                rule(new Reduction.FreeShipping(), new Scope.Everything()),
                new Promotion(
                        0,
                        "Long ago",
                        new Reduction.Percentage(1),
                        new Scope.Everything(),
                        Optional.empty(),
                        99,
                        -3,
                        false,
                        Optional.of(Instant.parse("2020-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2020-01-02T00:00:00.123456Z")),
                        NO_LIMIT));
        rules.forEach(rule -> add(store, rule));

        assertEquals(
                rules.stream()
                        .map(Record::toString)
                        .map(UsingACouponIT::withoutId)
                        .toList(),
                promotions.all(store).stream()
                        .map(kept -> withoutId(kept.promotion().toString()))
                        .sorted((a, b) -> Integer.compare(position(rules, a), position(rules, b)))
                        .toList());
        assertEquals(3, promotions.of(store).size(), "what is over is not looked at");
    }

    @Test
    void theBillMayGoElsewhere() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        Token cart = floor.cartWith(store, "MUG", 1);
        BillingAddress office = new BillingAddress("Office", new Address("Road 2", "999", "Bern", "CH"));
        BillingAddress nowhere = new BillingAddress("Office", new Address("", "999", "Bern", "XX"));

        Placement refused = checkout.place(store, billed(wish(cart, "ann"), nowhere));
        Token order = placed(checkout.place(store, billed(wish(cart, "ann"), office)));

        assertEquals(List.of(Reason.MISSING, Reason.NO_SUCH_COUNTRY), reasons(refused));
        assertEquals(
                Optional.of(office), orders.find(store, order).orElseThrow().billing());
        Token other = placed(checkout.place(store, wish(floor.cartWith(store, "MUG", 1), "ann")));
        assertEquals(Optional.empty(), orders.find(store, other).orElseThrow().billing());
    }

    private static int position(List<Promotion> rules, String text) {
        return rules.stream().map(rule -> withoutId(rule.toString())).toList().indexOf(text);
    }

    private static String withoutId(String promotion) {
        return promotion.replaceFirst("id=\\d+", "");
    }

    private Token cartWithCoupon(Store store) {
        Token cart = floor.cartWith(store, "MUG", 1);
        carts.redeem(store, cart, "TENTH");
        return cart;
    }

    /** In force here at once. */
    private long add(Store store, Promotion promotion) {
        long id = promotions.add(store, promotion, true);
        revisions.refresh();
        return id;
    }

    private long used(long promotion) {
        return floor.number("SELECT COALESCE(MAX(used), 0) FROM promotion_use WHERE promotion_id = ?", promotion);
    }

    private long total(Store store, Token cart, Optional<String> email) {
        return carts.find(store, cart, "DE", email)
                .orElseThrow()
                .totals()
                .total()
                .minor();
    }

    private void abandon(Store store, Token order) {
        transactions.run(() -> {
            abandoned.fire(new PaymentsAbandoned(List.of(new Abandoned(Token.random(), order, store.id()))));
            return null;
        });
    }

    private static CartRefusal refusal(CartAnswer answer) {
        return assertInstanceOf(CartAnswer.Refused.class, answer).reason();
    }

    private static List<Reason> reasons(Placement answer) {
        return assertInstanceOf(Refused.class, answer).reasons().stream()
                .map(Refusal::reason)
                .toList();
    }

    private static PlaceOrder wish(Token cart, String buyer) {
        PlaceOrder wish = Shopfloor.wish(cart, UUID.randomUUID().toString());
        return new PlaceOrder(
                wish.checkoutKey(),
                cart,
                new Buyer(buyer + "@example.org", buyer),
                wish.address(),
                Optional.empty(),
                wish.payment(),
                wish.returnOrigin(),
                Optional.empty());
    }

    private static PlaceOrder billed(PlaceOrder wish, BillingAddress billing) {
        return new PlaceOrder(
                wish.checkoutKey(),
                wish.cart(),
                wish.buyer(),
                wish.address(),
                Optional.of(billing),
                wish.payment(),
                wish.returnOrigin(),
                Optional.empty());
    }

    private static Promotion tenth(Optional<String> coupon, Limit limit) {
        return tenth(0, coupon, limit);
    }

    private static Promotion tenth(long id, Optional<String> coupon, Limit limit) {
        return new Promotion(
                id,
                "A tenth",
                new Reduction.Percentage(1000),
                new Scope.Everything(),
                coupon,
                0,
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    private static Promotion freeShipping(Limit limit) {
        return rule("We pay the delivery", new Reduction.FreeShipping(), new Scope.Everything(), limit);
    }

    private static Promotion rule(Reduction reduction, Scope scope) {
        return rule("A rule", reduction, scope, NO_LIMIT);
    }

    private static Promotion rule(String name, Reduction reduction, Scope scope, Limit limit) {
        return new Promotion(
                0, name, reduction, scope, Optional.empty(), 0, 0, true, Optional.empty(), Optional.empty(), limit);
    }

    private static Money euro(long cents) {
        return Money.of(cents, "EUR");
    }
}
