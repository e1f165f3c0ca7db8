/**
 * Invoices and credit notes: numbered without a gap per store, written once, never changed. What they say is kept as it was on the
 * day they were issued; the PDF is printed from that whenever somebody asks.
 */
package arcade.invoicing;
