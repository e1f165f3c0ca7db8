package arcade.mail;

import arcade.database.Sql;
import arcade.invoicing.Invoice;
import arcade.invoicing.InvoicePrinter;
import arcade.invoicing.Invoices;
import arcade.ordering.Address;
import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.payment.Refund;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.shared.Wording;
import arcade.store.Store;
import arcade.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Letters about an order, in the language of its store, with what the order says at the moment of writing. */
@ApplicationScoped
class OrderLetters {
    private static final Logger LOG = Logger.getLogger(OrderLetters.class.getName());

    @Inject
    private Sql sql;

    @Inject
    private Stores stores;

    @Inject
    private Orders orders;

    @Inject
    private Invoices invoices;

    @Inject
    private AfterOrderLetters afterwards;

    private record Place(String store, String origin) {}

    /** @throws IllegalArgumentException it is about nothing that there is, or of a kind that nobody writes */
    Letter write(QueuedMail mail) {
        Token token = mail.order()
                .orElseThrow(() -> new IllegalArgumentException("the mail " + mail.event() + " names no order"));
        Place place = sql.first(
                        "SELECT o.store_code, p.return_origin FROM shop_order o JOIN payment p ON p.order_ref = o.ref"
                                + " WHERE o.ref = ?",
                        row -> new Place(row.getString(1), row.getString(2)),
                        token.value())
                .orElseThrow(() -> new IllegalArgumentException("there is no order " + token));
        Store store = stores.byCode(place.store()).orElseThrow();
        OrderView order = orders.find(store, token).orElseThrow();
        String page = place.origin() + "/orders/" + token.value();
        return switch (mail.template()) {
            case "order-paid" -> with(paid(store, order, page), () -> invoices.ofOrder(store, token));
            case "order-refunded" -> {
                Token refund = new Token(mail.subject());
                yield with(refunded(store, order, page, refund), () -> invoices.ofRefund(store, refund));
            }
            case "order-shipped", "return-requested", "order-withdrawn" -> afterwards.write(mail, store, order, page);
            default -> throw new IllegalArgumentException("nobody writes mails of the kind " + mail.template());
        };
    }

    /** A document that waits for its number, or cannot be made, does not hold the letter up: the order's page has it later. */
    private static Letter with(Letter letter, Supplier<Optional<Invoice>> invoice) {
        try {
            return invoice.get()
                    .map(Invoice::document)
                    .map(document -> letter.with(new Letter.Attachment(
                            InvoicePrinter.fileName(document), "application/pdf", InvoicePrinter.pdf(document))))
                    .orElse(letter);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the letter '" + letter.subject() + "' goes without its document", e);
            return letter;
        }
    }

    private static Letter paid(Store store, OrderView order, String page) {
        Wording words = new Wording(OrderLetters.class, "letters", store.locale());
        return new Letter(
                store.locale(),
                store.name(),
                words.say("paid.subject", number(order), store.name()),
                words.say("paid.headline", order.buyer().name()),
                paragraphs(words, order),
                Optional.of(table(words, order)),
                Optional.of(new Letter.Button(words.say("button.order"), page)),
                words.say("closing", store.name()));
    }

    private static List<String> paragraphs(Wording words, OrderView order) {
        List<String> all = new ArrayList<>();
        all.add(words.say("paid.thanks", number(order)));
        all.add(words.say("paid.address", address(order.buyer().name(), order.address(), words.locale())));
        order.billing()
                .map(bill -> address(bill.name(), bill.address(), words.locale()))
                .ifPresent(to -> all.add(words.say("paid.bill", to)));
        return all;
    }

    private static Letter refunded(Store store, OrderView order, String page, Token ref) {
        Wording words = new Wording(OrderLetters.class, "letters", store.locale());
        Refund refund = order.refunds().stream()
                .filter(each -> each.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no refund " + ref));
        String amount = refund.amount().format(store.locale());
        return new Letter(
                store.locale(),
                store.name(),
                words.say("refunded.subject", amount, number(order), store.name()),
                words.say("refunded.headline", amount),
                List.of(words.say("refunded.way", number(order))),
                Optional.empty(),
                Optional.of(new Letter.Button(words.say("button.order"), page)),
                words.say("closing", store.name()));
    }

    private static Letter.Table table(Wording words, OrderView order) {
        List<Letter.Line> lines = order.lines().stream()
                .map(line -> new Letter.Line(
                        words.say("quantity", line.quantity()),
                        line.title(),
                        line.variantTitle(),
                        line.total().format(words.locale())))
                .toList();
        List<Letter.Sum> sums = new ArrayList<>();
        sums.add(sum(words, "sum.items", order.items()));
        order.discounts().stream()
                .filter(discount -> !discount.amount().isZero())
                .map(discount -> new Letter.Sum(
                        discount.label(), "\u2212" + discount.amount().format(words.locale())))
                .forEach(sums::add);
        sums.add(new Letter.Sum(words.say("sum.shipping"), shipping(words, order)));
        sums.add(sum(words, "sum.tax", order.tax()));
        sums.add(sum(words, "sum.total", order.total()));
        return new Letter.Table(lines, sums);
    }

    /** Named by the promotion that paid it, if one did. */
    private static String shipping(Wording words, OrderView order) {
        return order.discounts().stream()
                .filter(discount -> discount.amount().isZero())
                .findFirst()
                .map(paid -> words.say("shipping.paid", paid.label()))
                .orElseGet(() -> order.shipping().format(words.locale()));
    }

    private static Letter.Sum sum(Wording words, String key, Money amount) {
        return new Letter.Sum(words.say(key), amount.format(words.locale()));
    }

    static String number(OrderView order) {
        // As a word: a number would get a point for its thousands.
        return order.number().stream().mapToObj(Long::toString).findFirst().orElse("");
    }

    private static String address(String name, Address address, Locale locale) {
        return String.join(
                ", ",
                name,
                address.line1(),
                address.postalCode() + " " + address.city(),
                new Locale.Builder().setRegion(address.country()).build().getDisplayCountry(locale));
    }
}
