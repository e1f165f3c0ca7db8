package arcade.web.health;

import arcade.cluster.Departure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A node that was asked to stop tells the router so, and serves until the router has heard it. */
@Readiness
@ApplicationScoped
public class Staying implements HealthCheck {
    @Inject
    private Departure departure;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("staying").status(departure.stays()).build();
    }
}
