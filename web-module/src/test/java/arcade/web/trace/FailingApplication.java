package arcade.web.trace;

import arcade.web.problem.FailureMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Deployed with the release by {@link FollowingARequestIT}: a resource that nobody expected to fail. */
@ApplicationPath("/internal/failing")
public class FailingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Failing.class, FailureMapper.class);
    }

    /** Fails. */
    @Path("resource")
    public static class Failing {
        @GET
        public String fail() {
            throw new IllegalStateException("of a resource");
        }
    }
}
