package arcade.customer.held;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.customer.Accounts;
import arcade.customer.Customer;
import arcade.customer.CustomerAddresses;
import arcade.customer.CustomerCarts;
import arcade.customer.CustomerOrders;
import arcade.customer.Customers;
import arcade.customer.PasswordResets;
import arcade.customer.PersonalData;
import arcade.customer.PersonalData.Erasure;
import arcade.desk.customers.CustomerDesk;
import arcade.desk.customers.CustomerDesk.Answer;
import arcade.desk.customers.CustomerList;
import arcade.desk.customers.CustomerRef;
import arcade.desk.orders.OrderDesk;
import arcade.fulfilment.ReturnCase;
import arcade.fulfilment.ReturnWish;
import arcade.fulfilment.Returns;
import arcade.fulfilment.Shipments;
import arcade.fulfilment.Shipping;
import arcade.invoicing.Invoices;
import arcade.ordering.Address;
import arcade.ordering.BillingAddress;
import arcade.ordering.Buyer;
import arcade.ordering.PlaceOrder;
import arcade.payment.PaymentMethod;
import arcade.promotion.Promotion;
import arcade.promotion.Promotion.Limit;
import arcade.promotion.Promotion.Reduction;
import arcade.promotion.Promotion.Scope;
import arcade.promotion.Promotions;
import arcade.redemption.Buyers;
import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.NotAllowed;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Sales;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody with an account who bought, returned, wrote and was written about, takes all of it along and is then forgotten. One class for
 * all of it, and long for that: each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
class ForgettingAPersonIT {
    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Sales sales;

    @Inject
    private Customers customers;

    @Inject
    private CustomerAddresses addresses;

    @Inject
    private CustomerOrders orders;

    @Inject
    private CustomerCarts carts;

    @Inject
    private PasswordResets resets;

    @Inject
    private PersonalData data;

    @Inject
    private CustomerDesk desk;

    @Inject
    private CustomerList list;

    @Inject
    private OrderDesk orderDesk;

    @Inject
    private Shipments shipments;

    @Inject
    private Returns returns;

    @Inject
    private Invoices invoices;

    @Inject
    private Promotions promotions;

    @Inject
    private Revisions revisions;

    @Inject
    private StaffAccounts staff;

    @Inject
    private AuditLog log;

    /** No text of the database says it but those about this person. */
    private String word;

    private String mail;
    private Store store;
    private Customer person;
    private Acting admin;
    private long promotion;

    @BeforeEach
    void somebody() {
        staff.first("root@example.org", "a first password");
        admin = acting(StaffRole.ADMIN);
        word = UUID.randomUUID().toString().replaceAll("[^a-f]", "q") + "x";
        mail = word + "@example.org";
        store = floor.stock(floor.openStore(), "MUG", 1250, 99);
        promotion = promotions.add(
                store,
                new Promotion(
                        0,
                        "A tenth",
                        new Reduction.Percentage(1000),
                        new Scope.Everything(),
                        Optional.empty(),
                        0,
                        0,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        new Limit(OptionalLong.of(50), OptionalLong.of(5))),
                true);
        revisions.refresh();
        person = Accounts.customer(
                customers.signUp(store, new Buyer(mail, "Zeb " + word), Accounts.PASSWORD, Accounts.aNetworkAddress()));
    }

    @Test
    void everyColumnAboutPeopleIsTakenAlongOrHasItsReason() throws Exception {
        try (Connection connection = source().getConnection()) {
            ColumnsAboutPeople columns = new ColumnsAboutPeople(connection);
            Set<String> open = new TreeSet<>(columns.personal());
            for (String query : HeldRows.QUERIES.values()) {
                open.removeAll(columns.shownBy(query));
            }
            Set<String> reasons = new TreeSet<>(NotTakenAlong.reasons().keySet());
            Set<String> needless = new TreeSet<>(reasons);
            needless.removeIf(reason -> open.stream().anyMatch(column -> isOf(column, reason)));
            open.removeIf(column -> reasons.stream().anyMatch(reason -> isOf(column, reason)));

            assertEquals(Set.of(), open, "neither in HeldRows nor in NotTakenAlong");
            assertEquals(Set.of(), needless, "in NotTakenAlong, and not needed there");
        }
    }

    @Test
    void allOfItIsTakenAlongAndThenNoTextSaysIt() throws Exception {
        Token order = everything();

        JsonObject held = data.export(store, mail);

        Set<String> empty = new TreeSet<>();
        HeldRows.QUERIES.keySet().forEach(name -> {
            if (held.getJsonArray(name).isEmpty()) {
                empty.add(name);
            }
        });
        assertEquals(Set.of("cancellations", "cart_merges"), empty);
        assertTrue(held.toString().contains(order.value()));
        assertFalse(held.toString().contains("root@example.org"), "names of staff are staff's");
        assertEquals(new Erasure.Erased(true, 1), data.erase(store, mail));
        try (Connection connection = source().getConnection()) {
            ColumnsAboutPeople columns = new ColumnsAboutPeople(connection);
            assertEquals(Set.of("invoice.document"), columns.saying(word));
            assertEquals(Set.of(), columns.saying(Buyers.of(mail)));
        }
        assertEquals(1, floor.number("SELECT used FROM promotion_use_by WHERE promotion_id = ?", promotion));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_promotion WHERE promotion_id = ? AND used = orders AND used = by_buyers",
                        promotion));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE subject = ? AND JSON_VALUE(after_json, '$.amountMinor') = 100",
                        order.value()),
                "the log still says how much was given back");
    }

    @Test
    void whoHasAlmostTheSameMailAddressAndTheSamePersonElsewhereStayKnown() throws Exception {
        String other = "a." + mail;
        Store elsewhere = floor.offer(floor.openStore(), "MUG", 1250);
        Token hers = placed(store, other, "hers", Optional.empty());
        Token his = placed(elsewhere, mail, "his", Optional.empty());
        log.write(
                Optional.of(admin),
                "break.close",
                "break",
                "x",
                null,
                Json.createObjectBuilder()
                        .add("note", "not " + mail + ", but <" + other + ">")
                        .build());

        assertEquals(new Erasure.Erased(true, 0), data.erase(store, mail.toUpperCase(java.util.Locale.ROOT)));

        assertEquals(
                1, floor.number("SELECT COUNT(*) FROM shop_order WHERE ref = ? AND email = ?", hers.value(), other));
        assertEquals(1, floor.number("SELECT COUNT(*) FROM shop_order WHERE ref = ? AND email = ?", his.value(), mail));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE after_json = ?",
                        "{\"note\":\"not erased, but <" + other + ">\"}"));
        assertEquals(1, data.export(elsewhere, mail).getJsonArray("orders").size());
    }

    @Test
    void whatIsNotOverHoldsItUp() {
        Token order = placed(store, mail, "one", Optional.of(person));
        assertInstanceOf(Erasure.OrdersOpen.class, data.erase(store, mail));
        sales.capture(store, order);
        invoices.ofOrder(store, order).orElseThrow();
        assertInstanceOf(Erasure.OrdersOpen.class, data.erase(store, mail));
        floor.change("UPDATE shop_order SET paid_at = UTC_TIMESTAMP(6) - INTERVAL 46 DAY WHERE ref = ?", order.value());
        shipments.ship(store, order, new Shipping("k", "DHL", "1", Optional.empty(), Map.of(1, 1)));
        assertTrue(returns.request(store, order, new ReturnWish("r", Map.of(1, 1), ReturnCase.Reason.DAMAGED, ""))
                .isDone());
        assertInstanceOf(Erasure.OrdersOpen.class, data.erase(store, mail));
        Token back = refOfReturn(order);
        returns.received(store, back, Map.of());
        assertInstanceOf(Erasure.OrdersOpen.class, data.erase(store, mail));
        sales.giveBack(store, order);
        assertInstanceOf(Erasure.OrdersOpen.class, data.erase(store, mail));
        invoices.ofRefund(
                        store,
                        new Token(floor.text(
                                "SELECT r.ref FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = ?",
                                order.value())))
                .orElseThrow();

        assertEquals(new Erasure.Erased(true, 1), data.erase(store, mail));
    }

    @Test
    void eachRoleDoesWhatItMayAndTheLogNamesNobody() throws Exception {
        CustomerRef ref = list.find(mail, store.code()).get(0).ref();
        Acting keeper = acting(StaffRole.SHOPKEEPER);
        assertThrows(NotAllowed.class, () -> desk.export(acting(StaffRole.CLERK), ref));
        assertThrows(NotAllowed.class, () -> desk.erase(keeper, ref, mail));

        assertEquals(mail, desk.export(keeper, ref).orElseThrow().getString("email"));
        assertEquals(Answer.NOT_HIS_ADDRESS, desk.erase(admin, ref, "x" + mail));
        assertTrue(floor.atOnce(4, () -> desk.erase(admin, ref, " " + mail)).stream()
                .allMatch(Answer.DONE::equals));

        assertEquals(Answer.DONE, desk.erase(admin, ref, mail));
        assertEquals(
                1,
                floor.number(
                        "SELECT COUNT(*) FROM audit_log WHERE action = 'customer.erase' AND subject = ?",
                        ref.toString()));
        assertTrue(desk.export(keeper, ref).isEmpty());
        try (Connection connection = source().getConnection()) {
            assertEquals(Set.of(), new ColumnsAboutPeople(connection).saying(word));
        }
    }

    @Test
    void aBuyerIsFoundByMailNameAndNumberOnceWithAccountAndWithout() {
        placed(store, mail, "one", Optional.empty());
        Token guests = placed(store, "g" + mail, "two", Optional.empty());
        sales.capture(store, guests);
        String number = floor.text("SELECT number FROM shop_order WHERE ref = ?", guests.value());

        assertEquals(1, list.find(mail, "").size());
        assertTrue(list.find(mail, store.code()).get(0).account());
        assertEquals(2, list.find("Zeb " + word, "").size());
        assertEquals(
                1,
                list.find(word.substring(0, 12), "").stream()
                        .filter(one -> one.account())
                        .count());
        assertEquals("g" + mail, list.find(number, store.code()).get(0).email());
        assertFalse(list.find(number, store.code()).get(0).account());
        assertEquals(0, list.find(mail, "nowhere").size());
        assertEquals(1, list.countAccounts(store.code()));
        assertEquals(mail, list.accounts(store.code(), 0, 10).get(0).email());
    }

    /** Whatever the shop can know of somebody. @return his order, which is over */
    private Token everything() {
        addresses.add(person, Token.random(), "Zeb " + word, new Address(word + " Lane 4", "10115", "Berlin", "DE"));
        carts.signedIn(store, person, Optional.of(floor.cartWith(store, "MUG", 3)));
        resets.ask(store, mail, "http://shop.localhost", Accounts.aNetworkAddress());
        Token order = placed(store, mail, "all", Optional.of(person));
        sales.capture(store, order);
        invoices.ofOrder(store, order).orElseThrow();
        String address = "https://track.example/" + word;
        shipments.ship(store, order, new Shipping("k", "DHL", word, Optional.of(address), Map.of(1, 2)));
        assertTrue(returns.request(
                        store, order, new ReturnWish("r", Map.of(1, 1), ReturnCase.Reason.DAMAGED, "mine, " + word))
                .isDone());
        assertTrue(returns.refuse(store, refOfReturn(order), "no, " + word).isDone());
        orderDesk.note(admin, order, "called: " + word, Token.random());
        orderDesk.refund(
                admin,
                order,
                OptionalLong.of(100),
                orderDesk.open(order).orElseThrow().refundable().minor(),
                "for " + word,
                Token.random());
        sales.giveBack(store, order);
        invoices.ofRefund(
                        store,
                        new Token(floor.text(
                                "SELECT r.ref FROM refund r JOIN payment p ON p.id = r.payment_id WHERE p.order_ref = ?",
                                order.value())))
                .orElseThrow();
        log.write(
                Optional.of(admin),
                "break.close",
                "break",
                "y",
                Json.createObjectBuilder()
                        .add("mail", mail.toUpperCase(java.util.Locale.ROOT))
                        .build(),
                Json.createObjectBuilder().add("note", "asked by " + mail + ".").build());
        floor.change("UPDATE mail_outbox SET problem = ? WHERE order_ref = ?", "550 <" + mail + ">", order.value());
        floor.change(
                "INSERT INTO mail_outbox (event_key, recipient, template, created_at)"
                        + " VALUES (?, ?, 'password-reset', UTC_TIMESTAMP(6))",
                "password-reset:" + Token.random(),
                mail);
        floor.change("UPDATE shop_order SET paid_at = UTC_TIMESTAMP(6) - INTERVAL 46 DAY WHERE ref = ?", order.value());
        return order;
    }

    private Token placed(Store where, String email, String key, Optional<Customer> whose) {
        Address address = new Address(word + " Lane 4", "10115", "Berlin", "DE");
        return Shopfloor.placed(orders.place(
                where,
                new PlaceOrder(
                        key,
                        floor.cartWith(where, "MUG", 2),
                        new Buyer(email, "Zeb " + word),
                        address,
                        Optional.of(new BillingAddress(word + " Ltd", address)),
                        PaymentMethod.token("pm_card_visa"),
                        "http://shop.localhost",
                        Optional.empty()),
                whose));
    }

    private Token refOfReturn(Token order) {
        return new Token(floor.text(
                "SELECT c.ref FROM return_case c JOIN shop_order o ON o.id = c.order_id WHERE o.ref = ?",
                order.value()));
    }

    private Acting acting(StaffRole role) {
        return new Acting(floor.number("SELECT MIN(id) FROM staff"), "root@example.org", "Root", role);
    }

    private static boolean isOf(String column, String reason) {
        return column.equals(reason) || column.startsWith(reason + ".");
    }

    private static DataSource source() throws Exception {
        return (DataSource) new InitialContext().lookup("jdbc/arcade");
    }
}
