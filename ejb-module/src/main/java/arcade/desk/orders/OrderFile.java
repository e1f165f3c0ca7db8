package arcade.desk.orders;

import arcade.ordering.OrderView;
import arcade.shared.Money;
import java.util.List;

/**
 * All that is known of an order.
 *
 * @param refundable what is left of what was captured, neither given back nor on its way
 * @param events oldest first
 */
public record OrderFile(
        String store, OrderView order, String paymentRef, String intent, Money refundable, List<OrderEvent> events) {}
