package arcade.cart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ChangingACartIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Carts carts;

    @Test
    void addingTheSameArticleAgainAddsUp() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);
        Token cart = floor.cartWith(store, "MUG", 2);

        carts.add(store, cart, "MUG", 3);

        CartView view = carts.find(store, cart).orElseThrow();
        assertEquals(1, view.lines().size());
        assertEquals(5, view.lines().get(0).quantity());
        assertEquals(5 * 1250, view.totals().items().minor());
        assertEquals(5 * 1250 + 490, view.totals().total().minor());
        assertTrue(view.isOrderable());
    }

    @Test
    void nothingIsLostWhenManyAddAtOnce() throws Exception {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 50);
        Token cart = carts.start(store).token();

        floor.atOnce(8, () -> carts.add(store, cart, "MUG", 1));

        assertEquals(8, carts.find(store, cart).orElseThrow().pieces());
    }

    @Test
    void quantitiesOutOfRangeAreRefused() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5000);
        Token cart = floor.cartWith(store, "MUG", 999);

        for (long pieces : new long[] {0, -1, 1000, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertRefused(CartRefusal.QUANTITY, carts.change(store, cart, "MUG", pieces));
        }
        assertRefused(CartRefusal.QUANTITY, carts.add(store, cart, "MUG", 1));
        assertEquals(999, carts.find(store, cart).orElseThrow().pieces());
    }

    @Test
    void whatTheStoreDoesNotSellIsRefused() {
        Store store = floor.openStore();
        Store other = floor.stock(floor.openStore(), "POT", 900, 5);
        Token cart = carts.start(store).token();

        assertRefused(CartRefusal.NO_SUCH_SKU, carts.add(store, cart, "POT", 1));
        assertRefused(CartRefusal.NO_SUCH_SKU, carts.add(store, cart, "not a SKU", 1));
        assertRefused(CartRefusal.NO_SUCH_SKU, carts.addToNew(store, "", 1));
        assertTrue(carts.addToNew(other, "POT", 1) instanceof CartAnswer.Current);
    }

    @Test
    void anotherStoresCartIsInvisible() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Store other = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);

        assertTrue(carts.find(other, cart).isEmpty());
        assertRefused(CartRefusal.NO_SUCH_CART, carts.add(other, cart, "MUG", 1));
        assertRefused(CartRefusal.NO_SUCH_CART, carts.remove(other, cart, "MUG"));
        assertEquals(1, carts.find(store, cart).orElseThrow().pieces());
    }

    @Test
    void anExpiredCartSaysSoUntilItIsForgotten() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);
        floor.change("UPDATE cart SET expires_at = '2001-01-01' WHERE token = ?", cart.value());

        assertTrue(carts.find(store, cart).isEmpty());
        assertRefused(CartRefusal.EXPIRED, carts.add(store, cart, "MUG", 1));
        assertRefused(CartRefusal.EXPIRED, carts.see(store, cart, "DE"));

        assertTrue(carts.forgetExpired(100) >= 1);
        assertRefused(CartRefusal.NO_SUCH_CART, carts.see(store, cart, "DE"));
    }

    @Test
    void aChangeKeepsTheCartForAnotherThirtyDays() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 1);
        floor.change("UPDATE cart SET expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY WHERE token = ?", cart.value());

        carts.change(store, cart, "MUG", 2);

        assertEquals(
                1,
                floor.number(
                        "SELECT expires_at > UTC_TIMESTAMP(6) + INTERVAL 29 DAY FROM cart WHERE token = ?",
                        cart.value()));
    }

    @Test
    void changesOfPriceAndStockAreTold() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 5);
        Token cart = floor.cartWith(store, "MUG", 3);
        floor.change("UPDATE variant SET price_minor = 1400 WHERE store_id = ?", store.id());
        floor.change("UPDATE stock SET on_hand = 2, initial = 2 WHERE store_id = ?", store.id());

        CartLine line = carts.find(store, cart).orElseThrow().lines().get(0);

        assertEquals(Set.of(LineNotice.PRICE_CHANGED, LineNotice.NOT_ENOUGH), line.notices());
        assertEquals(1250, line.seen().minor());
        assertEquals(1400, line.unit().minor());
        assertEquals(2, line.left().getAsLong());
        assertFalse(line.isOrderable());
    }

    @Test
    void whatIsNoLongerSoldIsShownButNotCounted() {
        Store store = floor.offer(floor.stock(floor.openStore(), "MUG", 1250, 5), "CARD", 500);
        Token cart = floor.cartWith(store, "MUG", 1);
        carts.add(store, cart, "CARD", 1);
        floor.change("DELETE FROM variant WHERE store_id = ? AND sku = 'MUG'", store.id());

        CartView view = carts.find(store, cart).orElseThrow();

        assertEquals(Set.of(LineNotice.NO_LONGER_AVAILABLE), view.lines().get(0).notices());
        assertEquals(500, view.totals().items().minor());
        assertFalse(view.isOrderable());
        carts.remove(store, cart, "MUG");
        assertTrue(carts.find(store, cart).orElseThrow().isOrderable());
    }

    private static void assertRefused(CartRefusal reason, CartAnswer answer) {
        assertTrue(answer instanceof CartAnswer.Refused refused && refused.reason() == reason, answer::toString);
    }
}
