package arcade.invoicing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.payment.Refunds;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.testing.DomainRelease;
import arcade.testing.Sales;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers without a gap, on the real database. Each order is one mug for 12.50 and 4.90 of delivery. */
@ExtendWith(ArquillianExtension.class)
class IssuingInvoicesIT {
    private static final Map<String, Integer> ONE_MUG = Map.of("MUG", 1);

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @Inject
    private Shopfloor floor;

    @Inject
    private Sales sales;

    @Inject
    private Invoices invoices;

    @Inject
    private InvoiceRows rows;

    @Inject
    private Sellers sellers;

    @Inject
    private Refunds refunds;

    private Store store;

    @BeforeEach
    void openStore() {
        store = floor.stock(floor.openStore(), "MUG", 1250, 999);
    }

    @Test
    void manyNodesAtOnceLeaveNoGapAndGiveNoNumberTwice() throws Exception {
        Store other = floor.stock(floor.openStore(), "MUG", 1250, 999);
        sales.paid(store, ONE_MUG);
        sales.paid(other, ONE_MUG);
        AtomicInteger turn = new AtomicInteger();

        List<List<Invoice>> issued = floor.atOnce(8, () -> {
            Store mine = turn.getAndIncrement() % 4 == 0 ? other : store;
            List<Invoice> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Token order = sales.paid(mine, ONE_MUG);
                all.add(invoices.ofOrder(mine, order).orElseThrow());
                invoices.issueDue();
            }
            return all;
        });

        assertEquals(LongStream.rangeClosed(1, 49).boxed().toList(), numbers(store));
        assertEquals(LongStream.rangeClosed(1, 17).boxed().toList(), numbers(other));
        for (Invoice invoice : issued.stream().flatMap(List::stream).toList()) {
            assertEquals(invoice.document().orderNumber(), invoice.number());
            assertEquals(1, invoices.allOf(invoice.order()).size());
        }
    }

    @Test
    void creditNotesStandInTheSameSequence() throws Exception {
        Token first = sales.paid(store, ONE_MUG);
        Token second = sales.paid(store, ONE_MUG);
        invoices.ofOrder(store, second);
        refunds.request(first, OptionalLong.of(500), "part", "a");
        refunds.request(first, OptionalLong.empty(), "rest", "b");
        sales.giveBack(store, first);
        sales.paid(store, ONE_MUG);

        floor.atOnce(6, () -> invoices.issueDue());

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers(store));
        List<Invoice> all = invoices.allOf(first);
        assertEquals(
                List.of(1740L, -500L, -1240L),
                all.stream().map(each -> each.document().total().minor()).toList());
        assertEquals(OptionalLong.of(1), all.get(2).document().corrects());
        assertEquals(
                0, all.stream().mapToLong(each -> each.document().tax().minor()).sum());
        assertEquals(0, waiting());
    }

    @Test
    void whoAsksGetsItAtOnce() {
        Token order = sales.paid(store, ONE_MUG);
        refunds.request(order, OptionalLong.of(100), "part", "a");
        Token refund = refunds.ofOrder(order).get(0).ref();

        assertEquals(1, invoices.ofOrder(store, order).orElseThrow().number());
        assertEquals(Optional.empty(), invoices.ofRefund(store, refund));
        sales.giveBack(store, order);
        assertEquals(2, invoices.ofRefund(store, refund).orElseThrow().number());
        assertEquals(2, invoices.ofRefund(store, refund).orElseThrow().number());
    }

    @Test
    void whatIsNotPaidHasNone() {
        Token order = sales.placed(store, ONE_MUG);

        assertEquals(Optional.empty(), invoices.ofOrder(store, order));
        assertEquals(Optional.empty(), invoices.ofOrder(store, Token.random()));
        assertEquals(List.of(), numbers(store));
    }

    @Test
    void whatWasIssuedNeverChanges() {
        sellers.put(store, new Seller("Ada Ltd", List.of("1 Mill Lane", "Dublin"), "IE1"));
        Token order = sales.paid(store, ONE_MUG);
        InvoiceDocument before = invoices.ofOrder(store, order).orElseThrow().document();

        sellers.put(store, new Seller("Somebody else", List.of(), ""));
        floor.change("UPDATE shop_order SET name = 'Erased', city = 'Erased' WHERE ref = ?", order.value());
        floor.change(
                "UPDATE order_line l JOIN shop_order o ON o.id = l.order_id SET l.title = 'Other' WHERE o.ref = ?",
                order.value());

        InvoiceDocument after = invoices.ofOrder(store, order).orElseThrow().document();
        assertEquals(before, after);
        assertEquals("Ada Ltd", after.seller().name());
        assertEquals("Ann", after.buyer().name());
        assertEquals(1900, after.taxBasisPoints().orElseThrow());
        assertEquals(278, after.tax().minor());
    }

    @Test
    void aRateThatDoesNotExplainTheTaxIsNotSaid() {
        Token order = sales.paid(store, ONE_MUG);
        floor.change("UPDATE shop_order SET tax_minor = 100 WHERE ref = ?", order.value());

        InvoiceDocument document = invoices.ofOrder(store, order).orElseThrow().document();

        assertTrue(document.taxBasisPoints().isEmpty());
        assertEquals(1640, document.net().minor());
    }

    @Test
    void aRefundOfATillThatKnewNoCreditNotesIsFound() {
        Token order = sales.paid(store, ONE_MUG);
        refunds.request(order, OptionalLong.empty(), "all", "a");
        sales.giveBack(store, order);
        floor.change("DELETE FROM credit_note_due WHERE order_ref = ?", order.value());
        invoices.issueDue();
        assertEquals(List.of(1L), numbers(store));

        rows.findForgotten();
        invoices.issueDue();
        rows.findForgotten();
        invoices.issueDue();

        assertEquals(List.of(1L, 2L), numbers(store));
    }

    private List<Long> numbers(Store of) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; ; number++) {
            long rows = floor.number("SELECT COUNT(*) FROM invoice WHERE store_id = ? AND number = ?", of.id(), number);
            if (rows == 0) {
                break;
            }
            numbers.add(number);
        }
        assertEquals(numbers.size(), floor.number("SELECT COUNT(*) FROM invoice WHERE store_id = ?", of.id()));
        return numbers;
    }

    private long waiting() {
        return floor.number("SELECT COUNT(*) FROM credit_note_due WHERE store_id = ?", store.id());
    }
}
