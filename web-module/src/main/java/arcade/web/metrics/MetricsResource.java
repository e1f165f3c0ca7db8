package arcade.web.metrics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** All figures of this node, for whoever knows the operator's token: Prometheus, as a bearer token. */
@Path("metrics")
@RequestScoped
public class MetricsResource {
    @Inject
    private RequestFigures requests;

    @Inject
    private NodeFigures node;

    @Inject
    private ClusterFigures cluster;

    @GET
    public Response read() {
        Exposition out = new Exposition();
        requests.write(out);
        node.write(out);
        cluster.write(out);
        return Response.ok(out.toString(), Exposition.TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}
