package arcade.invoicing;

import arcade.shared.Token;
import java.time.Instant;

/**
 * An issued document.
 *
 * @param ref names it in addresses
 * @param subject the order's or the refund's token
 */
public record Invoice(
        Token ref, InvoiceKind kind, Token order, Token subject, Instant issuedAt, InvoiceDocument document) {

    public long number() {
        return document.number();
    }
}
