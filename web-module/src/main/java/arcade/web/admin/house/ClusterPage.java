package arcade.web.admin.house;

import arcade.desk.house.ClusterDesk;
import arcade.desk.house.ClusterDesk.Standing;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;

/** {@code /admin/cluster}: how the nodes stand. */
@Named("clusterPage")
@RequestScoped
public class ClusterPage extends Page {
    private static final long BYTES_OF_A_MEGABYTE = 1 << 20;

    @Inject
    private ClusterDesk desk;

    private Standing standing;

    @PostConstruct
    void read() {
        try {
            standing = desk.look(acting());
        } catch (SQLException e) {
            throw new IllegalStateException("the lease of the till cannot be read", e);
        }
    }

    public Standing getStanding() {
        return standing;
    }

    public long megabytes(long bytes) {
        return bytes / BYTES_OF_A_MEGABYTE;
    }
}
