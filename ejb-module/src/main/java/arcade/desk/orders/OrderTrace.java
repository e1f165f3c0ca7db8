package arcade.desk.orders;

import arcade.shared.Token;
import java.util.List;

/** A place that knows something of what happened to an order. Each bean of this type adds its part to the time-line. */
public interface OrderTrace {
    /** At most that many parts of one trace are shown. */
    int MOST = 500;

    List<OrderEvent> of(Token order);
}
