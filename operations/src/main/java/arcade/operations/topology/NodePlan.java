package arcade.operations.topology;

import java.util.List;
import java.util.Set;

/** A node to run. */
public record NodePlan(String name, Host host, List<String> roles) {
    /** What a node may do. */
    public static final Set<String> ROLES = Set.of("storefront", "backoffice", "jobs", "till");

    NodePlan renamed(String other) {
        return new NodePlan(other, host, roles);
    }
}
