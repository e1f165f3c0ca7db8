package arcade.invoicing;

import arcade.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * All that an invoice or a credit note says, as it was when it was issued. A credit note's amounts are negative.
 *
 * @param corrects of a credit note: the invoice's number
 * @param discount what was taken off the items; zero or more, and negative on no document
 * @param tax the part of the total that is tax
 * @param taxBasisPoints the rate of that tax, 1900 is 19 %; empty: several, or one that is not known any more
 */
public record InvoiceDocument(
        InvoiceKind kind,
        long number,
        OptionalLong corrects,
        Locale locale,
        Instant issuedAt,
        Seller seller,
        Buyer buyer,
        long orderNumber,
        Instant orderedAt,
        List<Line> lines,
        Money items,
        Money discount,
        Money shipping,
        Money total,
        Money tax,
        OptionalInt taxBasisPoints) {

    public InvoiceDocument {
        lines = List.copyOf(lines);
    }

    /** @param address its lines; the country stands there in the document's language */
    public record Buyer(String name, List<String> address) {
        public Buyer {
            address = List.copyOf(address);
        }
    }

    /** @param detail of the variant, or empty */
    public record Line(int quantity, String title, String detail, String sku, Money unit) {
        public Money total() {
            return unit.times(quantity);
        }
    }

    /** The total without its tax. */
    public Money net() {
        return total.minus(tax);
    }
}
