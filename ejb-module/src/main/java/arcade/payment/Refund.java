package arcade.payment;

import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;
import java.util.Optional;

/**
 * Money on its way back to the shopper, or there.
 *
 * @param reason the operator's words; not meant for the shopper
 * @param failure the gateway's word where it refused
 */
public record Refund(
        Token ref, Money amount, String reason, RefundState state, Optional<String> failure, Instant requestedAt) {}
