package arcade.desk.house;

import arcade.cluster.LeaseView;
import arcade.staff.Acting;
import arcade.staff.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** How the cluster stands, for an administrator. */
@ApplicationScoped
public class ClusterDesk {
    @Inject
    private ClusterRows rows;

    /**
     * @param replicaLagSeconds how much older the newest beat is where reports are read than on the primary, so to about five
     *     seconds; empty: the replica does not answer
     * @param gateway why the till does not reach the gateway; empty: it does
     */
    public record Standing(
            List<NodeBeat> nodes, LeaseView till, List<Queue> queues, OptionalLong replicaLagSeconds, String gateway) {}

    /** @throws SQLException the lease cannot be read */
    public Standing look(Acting acting) throws SQLException {
        acting.require(StaffRole.ADMIN);
        return rows.look();
    }
}
