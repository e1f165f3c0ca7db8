package arcade.desk.orders;

import arcade.shared.Money;
import arcade.shared.Token;
import java.time.Instant;

/** A payment whose last call got no answer yet. */
public record UnknownPayment(Token order, String store, String state, Money amount, Instant since, int asked) {}
