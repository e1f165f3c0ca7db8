package arcade.desk.promotions;

/** Where a price rule stands at a moment, the first that fits. */
public enum PromotionState {
    /** By staff; it can be resumed. */
    STOPPED,
    /** Its end has passed. */
    OVER,
    /** As many orders as may have it do. */
    USED_UP,
    /** It begins later. */
    PLANNED,
    RUNNING
}
