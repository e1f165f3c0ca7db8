package arcade.till.line;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How many lines the till has and how often it looks for work, read once.
 *
 * @param callsInFlight most calls to the gateway at one time ({@code arcade.till.calls-in-flight}), 1 to 1000
 * @param idlePollMillis how often an idle till looks for work ({@code arcade.till.idle-poll-millis}), 10 to 5000
 * @param busyPollMillis how often it looks within a second after it had work ({@code arcade.till.busy-poll-millis}), 5 to 5000
 */
public record LineSettings(int callsInFlight, int idlePollMillis, int busyPollMillis) {

    public LineSettings {
        between("arcade.till.calls-in-flight", callsInFlight, 1, 1000);
        between("arcade.till.idle-poll-millis", idlePollMillis, 10, 5000);
        between("arcade.till.busy-poll-millis", busyPollMillis, 5, 5000);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }

    /** Reads the configuration; a bad value stops the node with a message that names the key. */
    static LineSettings read(Config config) {
        return new LineSettings(
                config.getOptionalValue("arcade.till.calls-in-flight", Integer.class)
                        .orElse(200),
                config.getOptionalValue("arcade.till.idle-poll-millis", Integer.class)
                        .orElse(250),
                config.getOptionalValue("arcade.till.busy-poll-millis", Integer.class)
                        .orElse(50));
    }

    /** Makes the settings injectable. */
    @ApplicationScoped
    static class Source {
        @Produces
        LineSettings settings() {
            return read(ConfigProvider.getConfig());
        }
    }
}
