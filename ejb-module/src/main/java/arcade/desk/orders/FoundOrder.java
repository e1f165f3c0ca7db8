package arcade.desk.orders;

import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;

/**
 * An order in a list.
 *
 * @param number 0: not paid yet, so it has none
 * @param payment the payment's state, in its own word
 */
public record FoundOrder(
        Token token,
        long number,
        String store,
        String state,
        String payment,
        String name,
        String email,
        Money total,
        Instant placedAt) {}
