package arcade.web.health;

import arcade.cluster.Node;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The application is deployed (or this would not answer) and its database holds a shop's schema. Names node and release. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    @Resource(lookup = "jdbc/arcade")
    private DataSource database;

    @Inject
    private Node node;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database")
                .withData("node", node.name())
                .withData("release", node.release());
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM store");
                ResultSet row = query.executeQuery()) {
            row.next();
            return answer.withData("stores", row.getLong(1)).up().build();
        } catch (SQLException e) {
            return answer.withData("missing", "the database: " + e.getMessage())
                    .down()
                    .build();
        }
    }
}
