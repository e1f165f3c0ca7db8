package arcade.web.api;

import arcade.payment.PaymentWishes;
import arcade.payment.PaymentWishes.Cancellation;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cancels an order that is not paid. */
@ApplicationScoped
@Path("orders/{order}/cancel")
@Produces(MediaType.APPLICATION_JSON)
public class CancellationsResource {
    @Inject
    private PaymentWishes wishes;

    @Inject
    private OrderDocuments orders;

    @Inject
    private OnceOnly once;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** The answer is the order as it is now: the gateway has to be asked before it is CANCELLED. */
    @POST
    public Response cancel(
            @Context ContainerRequestContext request, @PathParam("order") String order, InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        return once.answer(mutation, () -> cancel(mutation, order)).response().build();
    }

    private Answer cancel(Mutation mutation, String order) {
        orders.view(mutation.store(), order);
        Cancellation cancellation = wishes.cancel(OrderDocuments.token(order));
        if (cancellation == Cancellation.CAPTURED || cancellation == Cancellation.BEING_CAPTURED) {
            throw new ProblemException(Problem.of(
                    409,
                    "already-paid",
                    "The order cannot be cancelled",
                    cancellation == Cancellation.CAPTURED
                            ? "The order is paid. Ask the shop to refund it."
                            : "The money is being taken just now. If the order gets paid, ask the shop to refund it."));
        }
        return OrderDocuments.document(202, orders.view(mutation.store(), order));
    }
}
