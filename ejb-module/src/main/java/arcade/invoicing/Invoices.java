package arcade.invoicing;

import arcade.database.Transactions;
import arcade.invoicing.InvoiceRows.Counter;
import arcade.invoicing.InvoiceRows.DueOrder;
import arcade.invoicing.InvoiceRows.DueRefund;
import arcade.ordering.Orders;
import arcade.payment.Refunds;
import arcade.promotion.Tariff;
import arcade.promotion.Tariffs;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Issues a store's invoices in the order of its order numbers, and credit notes for what was given back, all in one sequence. The
 * number and the document are written in one transaction under the lock of the store's counter, so that there is no gap and no
 * number twice however many nodes try. Whoever asks for a document that is due gets it issued at once; the rest is for the
 * {@link InvoiceClock}.
 */
@ApplicationScoped
public class Invoices {
    /** Most invoices, and most credit notes, of one transaction. */
    static final int BATCH = 50;

    private static final Logger LOG = Logger.getLogger(Invoices.class.getName());
    private static final int MOST_STORES = 1_000;
    /** A shop that just began to write invoices has many orders without one: nobody waits for all of them. */
    private static final int MOST_BATCHES_WHILE_ASKED = 4;

    @Inject
    private InvoiceRows rows;

    @Inject
    private Orders orders;

    @Inject
    private Stores stores;

    @Inject
    private Sellers sellers;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Transactions transactions;

    @Inject
    private Clock clock;

    /** The invoice of a paid order; empty: the order is not paid, or too many orders before it wait for theirs. */
    public Optional<Invoice> ofOrder(Store store, Token order) {
        return issued(
                store,
                order,
                () -> orders.find(store, order)
                        .filter(found -> found.number().isPresent())
                        .isPresent());
    }

    /** The credit note of a refund; empty: the money was not given back yet. */
    public Optional<Invoice> ofRefund(Store store, Token refund) {
        return issued(store, refund, () -> true);
    }

    /** All documents of an order, by number; issues none. */
    public List<Invoice> allOf(Token order) {
        return rows.ofOrder(order, Refunds.MOST + 1);
    }

    /** Issues one batch for each store that is behind. @return how many documents */
    int issueDue() {
        int issued = 0;
        for (long store : rows.storesDue(MOST_STORES)) {
            try {
                issued += issueNext(store);
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, "the invoices of store " + store + " wait; the others go on", e);
            }
        }
        return issued;
    }

    private Optional<Invoice> issued(Store store, Token subject, BooleanSupplier due) {
        Optional<Invoice> found = rows.ofSubject(subject);
        if (found.isPresent() || !due.getAsBoolean()) {
            return found;
        }
        for (int batch = 0; batch < MOST_BATCHES_WHILE_ASKED && found.isEmpty(); batch++) {
            if (issueNext(store.id()) == 0) {
                return rows.ofSubject(subject);
            }
            found = rows.ofSubject(subject);
        }
        return found;
    }

    private int issueNext(long store) {
        return transactions.run(() -> {
            Counter from = rows.lock(store);
            Instant now = clock.instant();
            long number = from.lastNumber();
            long lastOrder = from.lastOrder();
            for (DueOrder due : rows.ordersAfter(store, lastOrder, BATCH)) {
                issue(due, ++number, now);
                lastOrder = due.number();
            }
            for (DueRefund due : rows.refundsDue(store, lastOrder, BATCH)) {
                InvoiceDocument invoice =
                        rows.ofSubject(due.order()).orElseThrow().document();
                rows.insert(
                        store, due.order(), due.ref(), InvoiceMaker.creditNote(invoice, due.amount(), ++number, now));
                rows.noLongerDue(due.ref());
            }
            if (number > from.lastNumber()) {
                rows.raise(store, from, new Counter(number, lastOrder));
            }
            return (int) (number - from.lastNumber());
        });
    }

    private void issue(DueOrder due, long number, Instant now) {
        Store store = stores.byCode(due.storeCode()).orElseThrow();
        Tariff tariff = tariffs.of(store);
        rows.insert(
                store.id(),
                due.ref(),
                due.ref(),
                InvoiceMaker.invoice(
                        store,
                        sellers.orItsName(store),
                        tariff,
                        orders.find(store, due.ref()).orElseThrow(),
                        number,
                        now));
    }
}
