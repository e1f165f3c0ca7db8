package arcade.till.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done about money that was taken and that no payment of ours counts: {@code arcade.till.orphan-capture}. */
public enum OrphanCapture {
    /** It is attached to its payment where that still waits for it, and refunded otherwise. */
    ATTACH_OR_REFUND,
    /** A human decides. */
    REPORT;

    /** The name in the configuration. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static OrphanCapture named(String option) {
        return Arrays.stream(values())
                .filter(policy -> policy.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("arcade.till.orphan-capture '" + option
                        + "' is none of "
                        + Arrays.stream(values()).map(OrphanCapture::option).collect(Collectors.joining(", "))));
    }
}
