package arcade.ordering;

import arcade.shared.Money;
import arcade.shared.Token;
import java.util.List;
import java.util.Optional;

/** What came of a {@link PlaceOrder}. */
public sealed interface Placement {

    /** The order exists, now or since an earlier request with the same checkout key. */
    record Placed(Token order) implements Placement {}

    /**
     * No order was placed, nothing was reserved.
     *
     * @param reasons at least one
     * @param total what the order would cost now; empty if that cannot be said
     */
    record Refused(List<Refusal> reasons, Optional<Money> total) implements Placement {

        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }

        public boolean because(Refusal.Reason reason) {
            return reasons.stream().anyMatch(refusal -> refusal.reason() == reason);
        }
    }
}
