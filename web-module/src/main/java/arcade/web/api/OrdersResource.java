package arcade.web.api;

import arcade.ordering.OrderView;
import arcade.payment.PaymentState;
import arcade.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;

/** Placed orders: whoever knows the token may see the order. */
@ApplicationScoped
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {
    @Inject
    private OrderDocuments orders;

    @Inject
    private WaitingRoom room;

    @GET
    @Path("{order}")
    public void see(
            @Context ContainerRequestContext request,
            @PathParam("order") String order,
            @HeaderParam(Preference.HEADER) String prefer,
            @Suspended AsyncResponse response) {
        Store store = StoreOfHost.store(request);
        OrderView view = orders.view(store, order);
        Optional<Duration> wait = Preference.wait(prefer);
        if (wait.isEmpty()) {
            response.resume(OrderDocuments.document(view).response().build());
        } else if (isDecided(view.payment().state())) {
            response.resume(OrderDocuments.document(view)
                    .response()
                    .header(Preference.APPLIED, Preference.applied(wait.get()))
                    .build());
        } else {
            room.await(
                    view.token(),
                    wait.get(),
                    OrdersResource::isDecided,
                    Later.resume(
                            response,
                            () -> OrderDocuments.document(orders.view(store, order))
                                    .response()
                                    .header(Preference.APPLIED, Preference.applied(wait.get()))
                                    .build()));
        }
    }

    /** That the shopper has to act is no news here: the client knows the address it shows him. */
    static boolean isDecided(PaymentState state) {
        return state.isDecided() && state != PaymentState.REQUIRES_ACTION;
    }
}
