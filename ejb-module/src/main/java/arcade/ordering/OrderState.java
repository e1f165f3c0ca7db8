package arcade.ordering;

/** PLACED → PAID when the money is captured, or → CANCELLED when none will come. Both are final here. */
public enum OrderState {
    PLACED,
    PAID,
    CANCELLED
}
