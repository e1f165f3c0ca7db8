package arcade.customer;

import static arcade.testing.Shopfloor.placed;
import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.cart.CartView;
import arcade.cart.Carts;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One cart and one history for a customer, whatever device he comes with. */
@ExtendWith(ArquillianExtension.class)
class TheCartFollowsIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Accounts accounts;

    @Inject
    private Customers customers;

    @Inject
    private CustomerCarts following;

    @Inject
    private CustomerOrders orders;

    @Inject
    private Carts carts;

    private Store store;
    private Customer ann;

    @BeforeEach
    void openStore() {
        store = floor.offer(floor.offer(floor.openStore(), "MUG", 1250), "TEA", 500);
        ann = accounts.ann(store);
    }

    @Test
    void theFirstCartBecomesHisAndIsThereOnAnotherDevice() {
        Token cart = floor.cartWith(store, "MUG", 2);

        assertEquals(Optional.of(cart), following.signedIn(store, ann, Optional.of(cart)));
        assertEquals(Optional.of(cart), following.signedIn(store, ann, Optional.empty()));
    }

    @Test
    void whatIsInBothIsWantedOnceAndTheRestIsTakenOver() {
        Token own = floor.cartWith(store, "MUG", 2);
        following.signedIn(store, ann, Optional.of(own));
        Token brought = floor.cartWith(store, "MUG", 3);
        carts.add(store, brought, "TEA", 1);
        floor.change("UPDATE cart SET coupon = 'HELLO' WHERE token = ?", brought.value());

        assertEquals(Optional.of(own), following.signedIn(store, ann, Optional.of(brought)));

        assertEquals(1, floor.number("SELECT COUNT(*) FROM cart WHERE token = ? AND coupon = 'HELLO'", own.value()));
        assertEquals("{MUG=3, TEA=1}", contents(own));
        assertTrue(carts.find(store, brought).isEmpty());
    }

    @Test
    void aDoubleClickMergesOnce() throws Exception {
        Token own = floor.cartWith(store, "TEA", 1);
        following.signedIn(store, ann, Optional.of(own));
        Token brought = floor.cartWith(store, "MUG", 3);

        List<Optional<Token>> answers = floor.atOnce(6, () -> following.signedIn(store, ann, Optional.of(brought)));

        assertEquals(Set.of(Optional.of(own)), new HashSet<>(answers));
        assertEquals("{MUG=3, TEA=1}", contents(own));
        assertEquals(1, floor.number("SELECT COUNT(*) FROM cart_merge WHERE source = ?", brought.value()));
    }

    @Test
    void whatWasMergedOnceIsNotMergedAgain() {
        Token own = floor.cartWith(store, "TEA", 1);
        following.signedIn(store, ann, Optional.of(own));
        Token brought = floor.cartWith(store, "MUG", 3);
        floor.change(
                "INSERT INTO cart_merge (source, customer_id, merged_at) VALUES (?, ?, UTC_TIMESTAMP(6))",
                brought.value(),
                ann.id());

        following.signedIn(store, ann, Optional.of(brought));

        assertEquals("{TEA=1}", contents(own));
    }

    @Test
    void aCartThatWasOrderedOrExpiredIsNoCart() {
        Token ordered = floor.cartWith(store, "MUG", 1);
        following.signedIn(store, ann, Optional.of(ordered));
        placed(orders.place(store, wish(ordered, "key"), Optional.of(ann)));
        assertEquals(Optional.empty(), following.signedIn(store, ann, Optional.of(ordered)));

        Token expired = floor.cartWith(store, "MUG", 1);
        floor.change("UPDATE cart SET expires_at = UTC_TIMESTAMP(6) WHERE token = ?", expired.value());
        assertEquals(Optional.empty(), following.signedIn(store, ann, Optional.of(expired)));
    }

    @Test
    void theCartOfSomebodyElseStaysHis() {
        Token his = floor.cartWith(store, "MUG", 1);
        following.signedIn(store, ann, Optional.of(his));
        Customer bo = accounts.signedUp(store, "bo@example.org");

        assertEquals(Optional.empty(), following.signedIn(store, bo, Optional.of(his)));
        following.follow(bo, Optional.of(his));

        assertEquals("{MUG=1}", contents(his));
        assertEquals(
                Optional.of(his),
                customers.ofSession(store, ann.id(), 0).orElseThrow().cart());
        assertEquals(
                Optional.empty(),
                customers.ofSession(store, bo.id(), 0).orElseThrow().cart());
    }

    @Test
    void anOrderIsInTheAccountOfWhoPlacedIt() {
        Customer bo = accounts.signedUp(store, "bo@example.org");
        for (int i = 0; i < 11; i++) {
            placed(orders.place(store, wish(floor.cartWith(store, "MUG", 2), "key" + i), Optional.of(ann)));
        }
        Token last = placed(orders.place(store, wish(floor.cartWith(store, "TEA", 1), "key11"), Optional.of(ann)));

        CustomerOrders.History first = orders.history(ann, 1);
        assertEquals(12, first.all());
        assertEquals(2, first.pages());
        assertEquals(10, first.orders().size());
        assertEquals(last, first.orders().get(0).token());
        assertEquals(500 + 490, first.orders().get(0).total().minor());
        assertEquals(2, orders.history(ann, 2).orders().size());
        assertEquals(0, orders.history(ann, 3).orders().size());
        assertEquals(0, orders.history(bo, 1).all());
    }

    @Test
    void anOrderOfBeforeStaysWhereItIs() {
        Customer bo = accounts.signedUp(store, "bo@example.org");
        Token cart = floor.cartWith(store, "MUG", 2);
        Token order = placed(orders.place(store, wish(cart, "key"), Optional.empty()));

        assertEquals(order, placed(orders.place(store, wish(cart, "key"), Optional.of(bo))));
        assertEquals(0, orders.history(bo, 1).all());
        assertFalse(orders.take(bo, order), "it names another mail address");
        assertTrue(orders.take(ann, order));
        assertFalse(orders.take(ann, order), "it is taken");
        assertEquals(1, orders.history(ann, 1).all());
    }

    private String contents(Token cart) {
        CartView view = carts.find(store, cart).orElseThrow();
        TreeMap<String, Integer> lines = new TreeMap<>();
        view.lines().forEach(line -> lines.put(line.sku().value(), line.quantity()));
        return lines.toString();
    }
}
