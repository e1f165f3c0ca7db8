package arcade.till.failpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The places on a payment's way at which a proof lets a node die at once, as by a power cut: {@code
 * -Darcade.failpoint=name[:probability]}. Unset, a place costs nothing: the compiler sees that the armed place is none. On a
 * topology marked production ({@code -Darcade.production=true}) a node with a failpoint refuses to start.
 */
public enum Failpoint {
    /** The intention is written, not committed. */
    INTENTION_WRITTEN,
    /** The intention is committed, nothing is sent. */
    INTENTION_COMMITTED,
    /** A line is taken, the call is not sent. */
    BEFORE_SEND,
    /** The intent is made at the gateway, its confirmation is not sent. */
    INTENT_CREATED,
    /** The amount is held at the gateway, nobody here knows. */
    AUTHORIZED_UNRECORDED,
    /** The amount is taken at the gateway, nobody here knows. */
    CAPTURED_UNRECORDED,
    /** The hold is let go at the gateway, nobody here knows. */
    VOIDED_UNRECORDED,
    /** The money is given back at the gateway, nobody here knows. */
    REFUNDED_UNRECORDED,
    /** The gateway answered a question, the answer is not recorded. */
    ASKED_UNRECORDED,
    /** The outcome is written to the payment, not yet to order, stock and ledger. */
    OUTCOME_WRITTEN,
    /** Order, number, stock, ledger and mail are written, nothing is committed. */
    ORDER_SETTLED,
    /** The outcome is committed, what follows from it is not sent. */
    OUTCOME_COMMITTED,
    /** Inside the cluster's desk, with its lock held, before the lease is taken. */
    AT_THE_DESK,
    /** The lease is taken, what the dead till had in flight is not yet due. */
    LEASE_TAKEN,
    /** Its calls are back, the lease is not handed over. */
    BEFORE_HAND_OVER;

    private static final Failpoint ARMED;
    private static final double PROBABILITY;
    private static final int STATUS = 99;

    static {
        String given = System.getProperty("arcade.failpoint", "");
        if (!given.isEmpty() && Boolean.getBoolean("arcade.production")) {
            throw new IllegalStateException(
                    "arcade.failpoint is set on a topology marked production; take it out of the node's options");
        }
        String[] parts = given.split(":", 2);
        ARMED = given.isEmpty() ? null : named(parts[0]);
        PROBABILITY = parts.length == 2 ? probability(parts[1]) : 1;
    }

    /** The name in the configuration. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Called when a node starts, so that one whose failpoint is refused or misspelt does not start. Throws an {@link
     * ExceptionInInitializerError} that says why.
     */
    public static void check() {
        // Reading the class has read the configuration.
    }

    /** Ends this process here, without a word to anybody, if this place is armed and the dice say so. */
    public void reached() {
        if (ARMED == this && (PROBABILITY >= 1 || ThreadLocalRandom.current().nextDouble() < PROBABILITY)) {
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static Failpoint named(String option) {
        return Arrays.stream(values())
                .filter(point -> point.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("arcade.failpoint '" + option + "' is none of "
                        + Arrays.stream(values()).map(Failpoint::option).collect(Collectors.joining(", "))));
    }

    private static double probability(String text) {
        try {
            double given = Double.parseDouble(text);
            if (given > 0 && given <= 1) {
                return given;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalStateException("the probability of arcade.failpoint is above 0 and at most 1, not " + text);
    }
}
