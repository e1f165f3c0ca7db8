package arcade.operations.prove;

import java.time.Duration;

/** One promise of the shop, and how it is put to the test. */
interface Promise {
    /** The number in the list of promises, or a word. */
    String code();

    String title();

    /** Its part of the whole time, among the others' parts. */
    int share();

    /** Takes so long that it is only proved when it is named. */
    default boolean onlyWhenNamed() {
        return false;
    }

    /**
     * Breaks the cluster for so long and writes down what it saw. What it leaves broken is healed after it, the shoppers are
     * sent home, and the audit is held.
     */
    void prove(Scene scene, Duration time, Trial trial) throws InterruptedException;
}
