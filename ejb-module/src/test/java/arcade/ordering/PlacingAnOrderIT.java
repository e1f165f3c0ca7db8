package arcade.ordering;

import static arcade.testing.Shopfloor.expecting;
import static arcade.testing.Shopfloor.placed;
import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cart.CartAnswer;
import arcade.cart.Carts;
import arcade.ordering.Placement.Placed;
import arcade.ordering.Placement.Refused;
import arcade.ordering.Refusal.Reason;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PlacingAnOrderIT {
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

    @Test
    void theOrderIsWhatTheCatalogueSaysNow() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 2);
        floor.change("UPDATE variant SET price_minor = 1300 WHERE store_id = ?", store.id());

        OrderView order = orders.find(store, placed(checkout.place(store, wish(cart, "key"))))
                .orElseThrow();

        assertEquals(OrderState.PLACED, order.state());
        assertEquals(2 * 1300 + 490, order.total().minor());
        assertEquals(PaymentState.REQUESTED, order.payment().state());
        assertEquals("5/3/2/0", floor.stockOf(store, "MUG"));
        assertTrue(carts.find(store, cart).isEmpty());
    }

    @Test
    void aDoubleClickGivesOneOrder() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);
        Token cart = floor.cartWith(store, "MUG", 1);

        List<Placement> answers = floor.atOnce(8, () -> checkout.place(store, wish(cart, "same-key")));

        assertEquals(1, answers.stream().map(Shopfloor::placed).distinct().count());
        assertEquals(1, ordersOf(store));
        assertEquals("50/49/1/0", floor.stockOf(store, "MUG"));
    }

    @Test
    void oneCartBecomesOneOrderWhateverTheKeys() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);
        Token cart = floor.cartWith(store, "MUG", 1);
        AtomicInteger keys = new AtomicInteger();

        List<Placement> answers =
                floor.atOnce(6, () -> checkout.place(store, wish(cart, "key-" + keys.incrementAndGet())));

        Token order = answers.stream()
                .filter(Placed.class::isInstance)
                .map(Shopfloor::placed)
                .findFirst()
                .orElseThrow();
        assertEquals(1, ordersOf(store));
        Set<Token> toldTo = answers.stream()
                .filter(Refused.class::isInstance)
                .map(answer -> ((Refused) answer).reasons().get(0).order().orElseThrow())
                .collect(Collectors.toSet());
        assertEquals(Set.of(order), toldTo);
    }

    @Test
    void aKeyKeepsItsOrderWhenTheCartIsLongGone() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);
        Token order = placed(checkout.place(store, wish(cart, "key")));
        floor.change("DELETE FROM cart WHERE token = ?", cart.value());
        Token nextCart = floor.cartWith(store, "MUG", 1);

        assertEquals(order, placed(checkout.place(store, wish(cart, "key"))));
        assertEquals(order, placed(checkout.place(store, wish(nextCart, "key"))));
        assertEquals(1, ordersOf(store));
        assertEquals("5/4/1/0", floor.stockOf(store, "MUG"));
    }

    @Test
    void theSameKeyForManyCartsAtOnceGivesOneOrder() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);

        List<Placement> answers = floor.atOnce(6, () -> {
            Token cart = floor.cartWith(store, "MUG", 1);
            return checkout.place(store, wish(cart, "one-key"));
        });

        assertEquals(1, answers.stream().map(Shopfloor::placed).distinct().count());
        assertEquals(1, ordersOf(store));
        assertEquals("50/49/1/0", floor.stockOf(store, "MUG"));
    }

    @Test
    void theLastPiecesAreSoldExactlyOnce() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 3);
        AtomicInteger buyers = new AtomicInteger();

        List<Placement> answers = floor.atOnce(12, () -> {
            Token cart = floor.cartWith(store, "MUG", 1);
            return checkout.place(store, wish(cart, "buyer" + buyers.incrementAndGet()));
        });

        assertEquals(3, answers.stream().filter(Placed.class::isInstance).count());
        assertEquals(
                9,
                answers.stream()
                        .filter(answer -> answer instanceof Refused refused && refused.because(Reason.NOT_ENOUGH))
                        .count());
        assertEquals("3/0/3/0", floor.stockOf(store, "MUG"));
        assertEquals(3, ordersOf(store));
    }

    @Test
    void shoppersWhoWantTheSameInAnotherOrderDoNotLockEachOtherOut() throws Exception {
        Store store = floor.stock(floor.stock(floor.openStore(), "A", 100, 100), "B", 100, 100);
        AtomicInteger buyers = new AtomicInteger();

        List<Placement> answers = floor.atOnce(10, () -> {
            int buyer = buyers.incrementAndGet();
            Token cart = floor.cartWith(store, buyer % 2 == 0 ? "A" : "B", 1);
            carts.add(store, cart, buyer % 2 == 0 ? "B" : "A", 1);
            return checkout.place(store, wish(cart, "buyer" + buyer));
        });

        assertTrue(answers.stream().allMatch(Placed.class::isInstance), answers::toString);
        assertEquals("100/90/10/0", floor.stockOf(store, "A"));
        assertEquals("100/90/10/0", floor.stockOf(store, "B"));
    }

    @Test
    void aCartShortOfOneArticleReservesNothingOfTheOthers() {
        Store store = floor.stock(floor.stock(floor.stock(floor.openStore(), "A", 100, 5), "B", 100, 1), "C", 100, 5);
        Token cart = floor.cartWith(store, "A", 2);
        carts.add(store, cart, "B", 2);
        carts.add(store, cart, "C", 2);

        Placement answer = checkout.place(store, wish(cart, "key"));

        assertEquals(List.of("B"), fields(answer, Reason.NOT_ENOUGH));
        assertEquals("5/5/0/0", floor.stockOf(store, "A"));
        assertEquals("5/5/0/0", floor.stockOf(store, "C"));
        assertEquals(0, ordersOf(store));
        carts.change(store, cart, "B", 1);
        placed(checkout.place(store, wish(cart, "key")));
    }

    @Test
    void anotherTotalThanTheShopperWasToldIsRefusedAndTold() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);

        Placement tampered = checkout.place(store, expecting(wish(cart, "key"), 1));

        assertEquals(1, fields(tampered, Reason.TOTAL_CHANGED).size());
        assertEquals(Optional.of(Money.of(1740, "EUR")), ((Refused) tampered).total());
        assertEquals("5/5/0/0", floor.stockOf(store, "MUG"));
        placed(checkout.place(store, expecting(wish(cart, "key"), 1740)));
    }

    @Test
    void untrackedArticlesReserveNothing() {
        Store store = floor.offer(floor.openStore(), "CARD", 500);
        Token cart = floor.cartWith(store, "CARD", 999);

        placed(checkout.place(store, wish(cart, "key")));

        assertEquals(0, floor.number("SELECT COUNT(*) FROM stock WHERE store_id = ?", store.id()));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);
        PlaceOrder good = wish(cart, "key");
        PlaceOrder bad = new PlaceOrder(
                "key",
                cart,
                new Buyer("no address", "\u0000 "),
                new Address("x".repeat(201), "12345", "Berlin", "ZZ"),
                Optional.empty(),
                good.payment(),
                good.returnOrigin(),
                Optional.empty());

        Placement answer = checkout.place(store, bad);

        assertEquals(List.of("email"), fields(answer, Reason.NOT_AN_EMAIL));
        assertEquals(List.of("name"), fields(answer, Reason.MISSING));
        assertEquals(List.of("line1"), fields(answer, Reason.TOO_LONG));
        assertEquals(List.of("country"), fields(answer, Reason.NO_DELIVERY));
    }

    @Test
    void cartsThatCannotBeOrderedAreRefused() {
        Store store = floor.offer(floor.offer(floor.openStore(), "FREE", 0), "CARD", 500);
        Store other = floor.openStore();
        Token empty = carts.start(store).token();
        Token expired = floor.cartWith(store, "CARD", 1);
        floor.change("UPDATE cart SET expires_at = '2001-01-01' WHERE token = ?", expired.value());
        Token gone = floor.cartWith(store, "CARD", 1);

        assertEquals(
                1,
                fields(checkout.place(store, wish(empty, "a")), Reason.CART_EMPTY)
                        .size());
        assertEquals(
                1,
                fields(checkout.place(store, wish(expired, "b")), Reason.CART_EXPIRED)
                        .size());
        assertEquals(
                1,
                fields(checkout.place(other, wish(gone, "c")), Reason.NO_SUCH_CART)
                        .size());
        floor.change("UPDATE product SET published = FALSE WHERE store_id = ?", store.id());
        assertEquals(List.of("CARD"), fields(checkout.place(store, wish(gone, "d")), Reason.NO_LONGER_AVAILABLE));
    }

    @Test
    void nothingToPayIsRefused() {
        Store store = floor.offer(floor.openStore(), "FREE", 0);
        floor.change("UPDATE shipping_rate SET amount_minor = 0 WHERE store_id = ?", store.id());
        Token cart = floor.cartWith(store, "FREE", 1);

        assertEquals(
                1,
                fields(checkout.place(store, wish(cart, "key")), Reason.NOTHING_TO_PAY)
                        .size());
    }

    @Test
    void anOrderedCartTakesNothingMore() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);
        placed(checkout.place(store, wish(cart, "key")));

        assertTrue(carts.add(store, cart, "MUG", 1) instanceof CartAnswer.Refused);
        assertTrue(carts.remove(store, cart, "MUG") instanceof CartAnswer.Refused);
    }

    @Test
    void anotherStoreDoesNotShowTheOrder() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token order = placed(checkout.place(store, wish(floor.cartWith(store, "MUG", 1), "key")));

        assertTrue(orders.find(floor.openStore(), order).isEmpty());
    }

    private long ordersOf(Store store) {
        return floor.number("SELECT COUNT(*) FROM shop_order WHERE store_id = ?", store.id());
    }

    private static List<String> fields(Placement answer, Reason reason) {
        return ((Refused) answer)
                .reasons().stream()
                        .filter(refusal -> refusal.reason() == reason)
                        .map(Refusal::field)
                        .toList();
    }
}
