package arcade.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.customer.AddressAnswer.Changed;
import arcade.customer.AddressAnswer.Gone;
import arcade.customer.AddressAnswer.Refused;
import arcade.customer.AddressAnswer.Saved;
import arcade.customer.AddressAnswer.TooMany;
import arcade.customer.PersonalData.Erasure;
import arcade.customer.Wrong.Reason;
import arcade.invoicing.Invoices;
import arcade.ordering.Address;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the shop knows of a person: his addresses, all of it to take along, none of it once he is to be forgotten. */
@ExtendWith(ArquillianExtension.class)
class KeepingAddressesIT {
    private static final Address HOME = new Address("Lindenweg 4", "10115", "Berlin", "DE");

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
    private CustomerAddresses addresses;

    @Inject
    private CustomerOrders orders;

    @Inject
    private CustomerCarts carts;

    @Inject
    private PersonalData data;

    @Inject
    private Invoices invoices;

    private Store store;
    private Customer ann;

    @BeforeEach
    void openStore() {
        store = floor.offer(floor.openStore(), "MUG", 1250);
        ann = accounts.ann(store);
    }

    @Test
    void theFirstIsTheDefaultUntilAnotherOneIsChosen() {
        Token home = add(HOME);
        Token work = add(new Address("Am Markt 1", "20095", "Hamburg", "DE"));
        assertEquals(home, addresses.ofDefault(now()).orElseThrow().ref());

        assertInstanceOf(Saved.class, addresses.makeDefault(ann, work));
        assertEquals(work, addresses.ofDefault(now()).orElseThrow().ref());

        assertInstanceOf(Saved.class, addresses.delete(ann, work));
        assertEquals(home, addresses.ofDefault(now()).orElseThrow().ref());
        assertInstanceOf(Gone.class, addresses.delete(ann, work));
        addresses.delete(ann, home);
        assertEquals(Optional.empty(), addresses.ofDefault(now()));
    }

    @Test
    void theSecondWhoEditsIsToldWhatIsStored() {
        CustomerAddress seen = addresses.find(ann, add(HOME)).orElseThrow();
        assertInstanceOf(Saved.class, addresses.change(ann, named(seen, "First", seen.version())));

        Changed changed = (Changed) addresses.change(ann, named(seen, "Second", seen.version()));

        assertEquals("First", changed.now().name());
        assertInstanceOf(
                Saved.class,
                addresses.change(ann, named(seen, "Second", changed.now().version())));
        addresses.delete(ann, seen.ref());
        assertInstanceOf(Gone.class, addresses.change(ann, named(seen, "Third", 2)));
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        Token home = add(HOME);
        Customer bo = accounts.signedUp(store, "bo@example.org");

        assertEquals(Optional.empty(), addresses.find(bo, home));
        assertEquals(List.of(), addresses.of(bo));
        assertInstanceOf(Gone.class, addresses.change(bo, new CustomerAddress(home, "Bo", HOME, 0)));
        assertInstanceOf(Gone.class, addresses.delete(bo, home));
        assertInstanceOf(Gone.class, addresses.makeDefault(bo, home));
        assertInstanceOf(Gone.class, addresses.add(bo, home, "Bo", HOME));
        assertEquals("Ann", addresses.find(ann, home).orElseThrow().name());
    }

    @Test
    void aFormSentTwiceIsOneAddressAndThereAreNotTooMany() throws Exception {
        Token ref = Token.random();
        floor.atOnce(4, () -> addresses.add(ann, ref, "Ann", HOME));
        assertEquals(1, addresses.of(ann).size());

        List<AddressAnswer> answers = floor.atOnce(12, () -> {
            addresses.add(ann, Token.random(), "Ann", HOME);
            return addresses.add(ann, Token.random(), "Ann", HOME);
        });

        assertEquals(20, addresses.of(ann).size());
        assertEquals(true, answers.contains(new TooMany(20)));
    }

    @Test
    void aFormSentAgainWithATypoMendedChangesTheAddressThatItMade() {
        Token ref = add(HOME);
        Address mended = new Address("Lindenweg 14", "10115", "Berlin", "DE");

        assertInstanceOf(Saved.class, addresses.add(ann, ref, "Ann", mended));
        assertInstanceOf(Saved.class, addresses.add(ann, ref, "Ann", mended));

        assertEquals(1, addresses.of(ann).size());
        CustomerAddress stored = addresses.find(ann, ref).orElseThrow();
        assertEquals(mended, stored.address());
        assertEquals(new Changed(stored), addresses.add(ann, ref, "Ann", HOME), "changed since that form was made");
        assertEquals(mended, addresses.find(ann, ref).orElseThrow().address());
    }

    @Test
    void whatIsMissingIsSaidOfEachField() {
        Refused refused =
                (Refused) addresses.add(ann, Token.random(), " ", new Address("", "1".repeat(21), "Berlin", "zz"));

        assertEquals(
                List.of(
                        new Wrong("name", Reason.MISSING),
                        new Wrong("line1", Reason.MISSING),
                        new Wrong("postalCode", Reason.TOO_LONG),
                        new Wrong("country", Reason.MISSING)),
                refused.wrong());
    }

    @Test
    void allThatIsHeldCanBeTakenAlong() {
        add(HOME);
        carts.signedIn(store, ann, Optional.of(floor.cartWith(store, "MUG", 3)));
        Token mine = order("mine", Optional.of(ann));
        Token asGuest = order("guest", Optional.empty());

        JsonObject all = data.export(store, "Ann@example.org");

        String text = all.toString();
        assertEquals(
                "ann@example.org", all.getJsonArray("account").getJsonObject(0).getString("email"));
        assertEquals(
                "Lindenweg 4", all.getJsonArray("addresses").getJsonObject(0).getString("line1"));
        assertEquals(3, all.getJsonArray("cart").getJsonObject(0).getInt("quantity"));
        assertEquals(2, all.getJsonArray("orders").size());
        assertEquals(true, text.contains(mine.value()) && text.contains(asGuest.value()), text);
        assertEquals(2, all.getJsonArray("order_lines").size());
        assertEquals(2, all.getJsonArray("payments").size());
        assertEquals(false, text.contains("PBKDF2"), text);
        assertEquals(
                0,
                data.export(floor.openStore(), "ann@example.org")
                        .getJsonArray("orders")
                        .size());
    }

    @Test
    void whoIsForgottenIsInNoRowButTheBooksStay() {
        add(HOME);
        Token cart = floor.cartWith(store, "MUG", 3);
        carts.signedIn(store, ann, Optional.of(cart));
        Token order = order("mine", Optional.of(ann));
        order("guest", Optional.empty());
        floor.change("UPDATE shop_order SET state = 'CANCELLED' WHERE store_id = ?", store.id());
        Customer bo = accounts.signedUp(store, "bo@example.org");

        assertEquals(new Erasure.Erased(true, 2), data.erase(store, ann.email()));

        assertEquals(
                0,
                floor.number(
                        "SELECT COUNT(*) FROM shop_order WHERE store_id = ? AND (email LIKE '%ann%'"
                                + " OR name LIKE '%Ann%' OR line1 LIKE '%Street%' OR customer_id IS NOT NULL)",
                        store.id()));
        assertEquals(
                2,
                floor.number(
                        "SELECT COUNT(*) FROM shop_order WHERE store_id = ? AND total_minor = 1740"
                                + " AND country = 'DE'",
                        store.id()));
        assertEquals(0, floor.number("SELECT COUNT(*) FROM customer WHERE id = ?", ann.id()));
        assertEquals(0, floor.number("SELECT COUNT(*) FROM customer_address WHERE customer_id = ?", ann.id()));
        assertEquals(0, floor.number("SELECT COUNT(*) FROM cart WHERE token = ?", cart.value()));
        assertEquals(
                0,
                floor.number(
                        "SELECT COUNT(*) FROM mail_outbox WHERE recipient = ? AND order_ref = ?",
                        "ann@example.org",
                        order.value()));
        assertEquals(0, data.export(store, ann.email()).getJsonArray("orders").size());
        assertEquals(Optional.of(bo), customers.ofSession(store, bo.id(), 0));
        assertEquals(new Erasure.Erased(false, 0), data.erase(store, ann.email()));
    }

    @Test
    void nobodyIsForgottenWhileAnOrderIsUnderWay() {
        Token order = order("mine", Optional.of(ann));

        assertEquals(new Erasure.OrdersOpen(List.of(order)), data.erase(store, ann.email()));
        floor.change(
                "UPDATE shop_order SET state = 'PAID', number = 1, paid_at = UTC_TIMESTAMP(6) - INTERVAL 20 DAY"
                        + " WHERE store_id = ?",
                store.id());
        assertEquals(new Erasure.OrdersOpen(List.of(order)), data.erase(store, ann.email()));
        assertEquals(Optional.of(ann), customers.ofSession(store, ann.id(), 0));
        floor.change(
                "UPDATE shop_order SET paid_at = UTC_TIMESTAMP(6) - INTERVAL 50 DAY WHERE store_id = ?", store.id());
        assertEquals(new Erasure.OrdersOpen(List.of(order)), data.erase(store, ann.email()), "without an invoice");
        assertTrue(invoices.ofOrder(store, order).isPresent());
        assertEquals(new Erasure.Erased(true, 1), data.erase(store, ann.email()));
    }

    private Token order(String key, Optional<Customer> whose) {
        return Shopfloor.placed(orders.place(store, Shopfloor.wish(floor.cartWith(store, "MUG", 1), key), whose));
    }

    private Token add(Address address) {
        Token ref = Token.random();
        assertInstanceOf(Saved.class, addresses.add(ann, ref, "Ann", address));
        return ref;
    }

    private Customer now() {
        return customers.ofSession(store, ann.id(), ann.epoch()).orElseThrow();
    }

    private static CustomerAddress named(CustomerAddress seen, String name, long version) {
        return new CustomerAddress(seen.ref(), name, seen.address(), version);
    }
}
