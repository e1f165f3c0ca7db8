package arcade.desk.orders;

import java.time.Instant;

/**
 * One thing that happened to an order.
 *
 * @param kind names how it is shown: a page has words for each
 * @param what the state, the template, the reason, the note
 * @param who a person, or a node of the till with its epoch; empty: the shop itself
 */
public record OrderEvent(Instant at, String kind, String what, String who) {}
