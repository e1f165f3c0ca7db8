package arcade.web.api;

import arcade.web.problem.CommitFailureMapper;
import arcade.web.problem.FailureMapper;
import arcade.web.problem.ProblemExceptionMapper;
import arcade.web.problem.ProtocolProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The public API. Its classes are named, because other JAX-RS applications live in the same WAR. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ProductsResource.class,
                CartsResource.class,
                CheckoutsResource.class,
                OrdersResource.class,
                CancellationsResource.class,
                AnotherCardResource.class,
                StoreOfHost.class,
                CheckoutClosedMapper.class,
                CommitFailureMapper.class,
                ProblemExceptionMapper.class,
                ProtocolProblemMapper.class,
                FailureMapper.class);
    }

    /** The API is described by OpenAPI alone. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
