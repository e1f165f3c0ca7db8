package arcade.till.payment;

import java.util.List;

/** The states that a payment or refund goes through in one change, as the log keeps them. */
public interface Walk {
    String id();

    long rowId();

    /** The state it leaves. */
    Enum<?> from();

    /** The states it goes through, in order. */
    List<? extends Enum<?>> path();
}
