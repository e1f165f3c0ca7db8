package arcade.operations.topology;

import java.util.List;
import java.util.Set;

/** A node to run. */
public record NodePlan(String name, Host host, List<String> roles) {
    /** What a node may do. */
    public static final Set<String> ROLES = Set.of("storefront", "backoffice", "jobs", "till");

    /** Shoppers are sent to it. */
    public boolean storefront() {
        return roles.contains("storefront");
    }

    NodePlan renamed(String other) {
        return new NodePlan(other, host, roles);
    }
}
