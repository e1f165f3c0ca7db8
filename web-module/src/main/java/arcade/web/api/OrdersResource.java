package arcade.web.api;

import arcade.ordering.OrderView;
import arcade.ordering.Orders;
import arcade.payment.PaymentState;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
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
    private Orders orders;

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
        OrderView view = view(store, order);
        Optional<Duration> wait = Preference.wait(prefer);
        if (wait.isEmpty()) {
            response.resume(document(view).response().build());
        } else if (isDecided(view.payment().state())) {
            response.resume(document(view)
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
                            () -> document(view(store, order))
                                    .response()
                                    .header(Preference.APPLIED, Preference.applied(wait.get()))
                                    .build()));
        }
    }

    /** That the shopper has to act is no news here: the client knows the address it shows him. */
    private static boolean isDecided(PaymentState state) {
        return state.isDecided() && state != PaymentState.REQUIRES_ACTION;
    }

    private OrderView view(Store store, String order) {
        Optional<OrderView> found = Token.isToken(order) ? orders.find(store, new Token(order)) : Optional.empty();
        return found.orElseThrow(() -> new ProblemException(
                Problem.of(404, "no-such-order", "No such order", "This shop has no order " + order + ".")));
    }

    private static Answer document(OrderView view) {
        return Answer.of(200, Documents.order(view).toString());
    }
}
