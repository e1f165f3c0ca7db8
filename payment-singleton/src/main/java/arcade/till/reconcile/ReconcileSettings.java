package arcade.till.reconcile;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How often and how far the books are reconciled, read once.
 *
 * @param every {@code arcade.till.reconcile-seconds}, 10 to 86400 (300)
 * @param orphanCapture {@code arcade.till.orphan-capture}, {@code attach-or-refund} (as it comes) or {@code report}
 */
public record ReconcileSettings(Duration every, OrphanCapture orphanCapture) {

    public ReconcileSettings {
        if (every.toSeconds() < 10 || every.toSeconds() > 86_400) {
            throw new IllegalArgumentException(
                    "arcade.till.reconcile-seconds must be 10 to 86400, not " + every.toSeconds());
        }
    }

    /** A bad value stops the node with a message that names the key. */
    public static ReconcileSettings read(Config config) {
        long seconds = config.getOptionalValue("arcade.till.reconcile-seconds", Integer.class)
                .orElse(300);
        String policy = config.getOptionalValue("arcade.till.orphan-capture", String.class)
                .orElse(OrphanCapture.ATTACH_OR_REFUND.option());
        return new ReconcileSettings(Duration.ofSeconds(seconds), OrphanCapture.named(policy));
    }
}
