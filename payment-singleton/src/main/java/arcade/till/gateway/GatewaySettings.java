package arcade.till.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the gateway is, read once.
 *
 * @param address base address of the gateway's API ({@code arcade.gateway.url}), without a slash at the end
 * @param key the gateway's secret key ({@code arcade.gateway.key}, from the secrets directory)
 */
record GatewaySettings(String address, String key) {

    GatewaySettings {
        if (!URI.create(address).isAbsolute() || address.endsWith("/")) {
            throw new IllegalArgumentException(
                    "arcade.gateway.url must be an absolute address without a slash at the end, not '" + address + "'");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("arcade.gateway.key is empty; put the gateway's secret key there");
        }
    }

    /** Reads the configuration; a bad or missing value stops the node with a message that names the key. */
    static GatewaySettings read(Config config) {
        return new GatewaySettings(
                config.getValue("arcade.gateway.url", String.class),
                config.getValue("arcade.gateway.key", String.class).strip());
    }

    /** Makes the settings injectable. */
    @ApplicationScoped
    static class Source {
        @Produces
        GatewaySettings settings() {
            return read(ConfigProvider.getConfig());
        }
    }
}
