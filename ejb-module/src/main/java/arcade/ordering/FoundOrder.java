package arcade.ordering;

import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;
import java.util.OptionalLong;

/** An order in a list of those that were looked for. */
public record FoundOrder(
        Token token,
        String store,
        OptionalLong number,
        OrderState state,
        String name,
        String email,
        Money total,
        Instant placedAt) {}
