package arcade.ordering;

import static arcade.testing.Shopfloor.wish;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.ordering.Placement.Placed;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A promotion has closed the checkout, and the till has not opened it yet. */
@ExtendWith(ArquillianExtension.class)
class CheckoutClosedIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Checkout checkout;

    @AfterEach
    void open() {
        floor.change("UPDATE checkout_gate SET closed_since = NULL");
    }

    @Test
    void nothingIsWrittenAndTheSameWishIsMetLater() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        PlaceOrder wish = wishIn(store);
        close();

        assertThrows(CheckoutClosed.class, () -> checkout.place(store, wish));

        assertEquals("9/9/0/0", floor.stockOf(store, "MUG"));
        open();
        assertInstanceOf(Placed.class, checkout.place(store, wish));
        assertEquals("9/8/1/0", floor.stockOf(store, "MUG"));
    }

    @Test
    void whoRepeatsAKeyStillGetsTheOrderItMade() {
        Store store = floor.stock(floor.openStore(), "MUG", 1250, 9);
        PlaceOrder wish = wishIn(store);
        Placement placed = checkout.place(store, wish);
        close();

        assertEquals(placed, checkout.place(store, wish));
    }

    private PlaceOrder wishIn(Store store) {
        return wish(floor.cartWith(store, "MUG", 1), UUID.randomUUID().toString());
    }

    private void close() {
        floor.change("UPDATE checkout_gate SET closed_since = UTC_TIMESTAMP(6), reason = 'a test'");
    }
}
