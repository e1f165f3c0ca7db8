package arcade.handover;

import arcade.shared.Token;
import java.time.Instant;

/** The right to take a cart along, once. @param host the only host name that takes it */
record Ticket(Token id, Instant expiresAt, String host) {}
