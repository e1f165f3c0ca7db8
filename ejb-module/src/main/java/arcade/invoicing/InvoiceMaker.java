package arcade.invoicing;

import arcade.ordering.Address;
import arcade.ordering.BillingAddress;
import arcade.ordering.OrderView;
import arcade.promotion.Tariff;
import arcade.shared.Money;
import arcade.shared.Wording;
import arcade.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the documents of an order say, from the order as it was paid. */
final class InvoiceMaker {
    private InvoiceMaker() {}

    static InvoiceDocument invoice(
            Store store, Seller seller, Tariff tariff, OrderView order, long number, Instant now) {
        Money discount = order.items().plus(order.shipping()).minus(order.total());
        return new InvoiceDocument(
                InvoiceKind.INVOICE,
                number,
                OptionalLong.empty(),
                store.locale(),
                now,
                seller,
                buyer(order, store.locale()),
                order.number().orElseThrow(),
                order.placedAt(),
                order.lines().stream()
                        .map(line -> new InvoiceDocument.Line(
                                line.quantity(),
                                line.title(),
                                line.variantTitle(),
                                line.sku().value(),
                                line.unit()))
                        .toList(),
                order.items(),
                discount,
                order.shipping(),
                order.total(),
                order.tax(),
                rate(tariff, order));
    }

    /** @param amount what was given back, more than zero */
    static InvoiceDocument creditNote(InvoiceDocument invoice, Money amount, long number, Instant now) {
        Money zero = Money.zero(amount.currency());
        Money total = zero.minus(amount);
        String title = new Wording(InvoiceMaker.class, "invoice", invoice.locale())
                .say("given", Long.toString(invoice.orderNumber()));
        return new InvoiceDocument(
                InvoiceKind.CREDIT_NOTE,
                number,
                OptionalLong.of(invoice.number()),
                invoice.locale(),
                now,
                invoice.seller(),
                invoice.buyer(),
                invoice.orderNumber(),
                invoice.orderedAt(),
                List.of(new InvoiceDocument.Line(1, title, "", "", total)),
                total,
                zero,
                zero,
                total,
                zero.minus(share(invoice, amount)),
                invoice.taxBasisPoints());
    }

    /** The part of the invoice's tax that belongs to an amount of it, rounded half up: all of it for all of it. */
    private static Money share(InvoiceDocument invoice, Money amount) {
        long minor = BigDecimal.valueOf(invoice.tax().minor())
                .multiply(BigDecimal.valueOf(amount.minor()))
                .divide(BigDecimal.valueOf(invoice.total().minor()), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Money(minor, amount.currency());
    }

    /** Only said where it explains the tax that the order was placed with: the tariff may have changed since. */
    private static OptionalInt rate(Tariff tariff, OrderView order) {
        String country = order.address().country();
        return tariff.taxIncluded(country, order.total()).equals(order.tax())
                ? OptionalInt.of(tariff.taxBasisPoints(country))
                : OptionalInt.empty();
    }

    /** Where the bill goes. */
    private static InvoiceDocument.Buyer buyer(OrderView order, Locale locale) {
        String name =
                order.billing().map(BillingAddress::name).orElse(order.buyer().name());
        Address address = order.billing().map(BillingAddress::address).orElse(order.address());
        String country =
                new Locale.Builder().setRegion(address.country()).build().getDisplayCountry(locale);
        return new InvoiceDocument.Buyer(
                name, List.of(address.line1(), address.postalCode() + " " + address.city(), country));
    }
}
