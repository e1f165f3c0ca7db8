package arcade.sandbox.fault;

import java.util.List;

/** When an event is sent: each number is one delivery, in milliseconds from now; none when it is dropped. */
public record Delivery(List<Long> afterMillis) {
    static final Delivery AT_ONCE = at(0L);
    static final Delivery NEVER = at();

    static Delivery at(Long... afterMillis) {
        return new Delivery(List.of(afterMillis));
    }
}
