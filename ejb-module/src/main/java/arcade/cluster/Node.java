package arcade.cluster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This server: its name, what it does, which release it runs and since when. */
@ApplicationScoped
public class Node {
    private final String bootId = UUID.randomUUID().toString().substring(0, 8);
    private final Instant startedAt = Instant.now();

    @Inject
    @ConfigProperty(name = "arcade.node", defaultValue = "node1")
    private String name;

    @Inject
    @ConfigProperty(name = "arcade.release", defaultValue = "unreleased")
    private String release;

    @Inject
    @ConfigProperty(name = "arcade.roles", defaultValue = "storefront,backoffice,jobs,till")
    private String configuredRoles;

    private Set<Role> roles;

    @PostConstruct
    void readRoles() {
        roles = Role.parse(configuredRoles);
    }

    public String name() {
        return name;
    }

    public String release() {
        return release;
    }

    public Set<Role> roles() {
        return roles;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Name and boot id: the same machine after a restart is another owner. */
    public String owner() {
        return name + ':' + bootId;
    }

    /** The node's name in an owner. */
    public static String nameIn(String owner) {
        return owner.substring(0, owner.lastIndexOf(':'));
    }
}
