package arcade.invoicing;

/** What a document of the sequence is. */
public enum InvoiceKind {
    /** For a paid order. */
    INVOICE,
    /** For money that was given back: its amounts are negative. */
    CREDIT_NOTE
}
