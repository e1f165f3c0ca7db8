package arcade.operations.load;

/**
 * The numbers that a store's orders have.
 *
 * @param given how many orders have one
 * @param different how many different numbers these are
 * @param first 1 when there is none
 * @param last 0 when there is none
 */
record OrderNumbers(long given, long different, long first, long last) {
    /** Whether they are 1, 2, 3 … without gap or double. */
    boolean gapFree() {
        return given == different && first == 1 && last == given;
    }
}
