package arcade.till;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The till's configuration, read once.
 *
 * @param gateway base address of the gateway's API ({@code arcade.gateway.url}), without a slash at the end
 * @param key the gateway's secret key ({@code arcade.gateway.key}, from the secrets directory)
 * @param callsInFlight most calls to the gateway at one time ({@code arcade.till.calls-in-flight}), 1 to 1000
 * @param idlePollMillis how often an idle till looks for work ({@code arcade.till.idle-poll-millis})
 * @param busyPollMillis how often it looks within a second after it had work ({@code arcade.till.busy-poll-millis})
 */
record TillSettings(String gateway, String key, int callsInFlight, int idlePollMillis, int busyPollMillis) {

    TillSettings {
        if (!URI.create(gateway).isAbsolute() || gateway.endsWith("/")) {
            throw new IllegalArgumentException(
                    "arcade.gateway.url must be an absolute address without a slash at the end, not '" + gateway + "'");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("arcade.gateway.key is empty; put the gateway's secret key there");
        }
        between("arcade.till.calls-in-flight", callsInFlight, 1, 1000);
        between("arcade.till.idle-poll-millis", idlePollMillis, 10, 5000);
        between("arcade.till.busy-poll-millis", busyPollMillis, 5, 5000);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + value);
        }
    }

    /** Reads the configuration; a bad or missing value stops the node with a message that names the key. */
    static TillSettings read(Config config) {
        return new TillSettings(
                config.getValue("arcade.gateway.url", String.class),
                config.getValue("arcade.gateway.key", String.class).strip(),
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
        TillSettings settings() {
            return read(ConfigProvider.getConfig());
        }
    }
}
