package arcade.reporting;

import arcade.shared.Money;
import java.time.LocalDate;

/**
 * A day of a store, by UTC.
 *
 * @param orders that were paid that day
 * @param gross what was paid for them, tax and shipping included
 * @param refunded what was given back that day, for orders of whatever day
 */
public record DayOfOrders(LocalDate day, long orders, Money gross, Money refunded) {}
