package arcade.web.internal;

import arcade.web.metrics.MetricsResource;
import arcade.web.problem.CommitFailureMapper;
import arcade.web.problem.FailureMapper;
import arcade.web.problem.ProblemExceptionMapper;
import arcade.web.problem.ProtocolProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The operator's own API, apart from the public one. */
@ApplicationPath("/internal/v1")
public class InternalApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ShipmentsResource.class,
                ReturnsResource.class,
                SellerResource.class,
                OperatorFilter.class,
                StoresResource.class,
                ImportsResource.class,
                PromotionsResource.class,
                ContentPagesResource.class,
                RefundsResource.class,
                CancellationResource.class,
                AttentionResource.class,
                MetricsResource.class,
                ReportsResource.class,
                FirstAdminResource.class,
                CommitFailureMapper.class,
                ProblemExceptionMapper.class,
                ProtocolProblemMapper.class,
                FailureMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
