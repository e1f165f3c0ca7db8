package arcade.web.admin;

import arcade.cluster.Node;
import arcade.cluster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code arcade.backoffice.hosts}: the names the back office answers to, and nothing else does. None: there is no back office. */
@ApplicationScoped
public class BackofficeHosts {
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    @Inject
    private Node node;

    @Inject
    @ConfigProperty(name = "arcade.backoffice.hosts")
    private Optional<String> configured;

    private Set<String> hosts = Set.of();

    /** A node with a wrong name does not start. */
    public void read(@Observes @Initialized(ApplicationScoped.class) Object application) {
        hosts = configured.map(BackofficeHosts::parse).orElse(Set.of());
    }

    /** Whether a request's {@code Host} is one of them, with or without a port. */
    boolean has(String host) {
        return host != null && hosts.contains(bare(host));
    }

    /** Whether a name may be no shop's. */
    public boolean isOwn(String host) {
        return hosts.contains(host);
    }

    /** Whether this node does that work. */
    boolean areServedHere() {
        return node.is(Role.BACKOFFICE);
    }

    static Set<String> parse(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(BackofficeHosts::checked)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String bare(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String checked(String name) {
        if (!HOST.matcher(name).matches()) {
            throw new IllegalArgumentException("arcade.backoffice.hosts: '" + name
                    + "' is no host name; write names in small letters, without a port, with commas between");
        }
        return name;
    }
}
