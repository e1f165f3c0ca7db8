package arcade.web.internal;

import arcade.payment.PaymentWishes;
import arcade.payment.PaymentWishes.Cancellation;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Cancels an order whose money was not taken. Asked again, it does no more: no key is needed. */
@Path("orders/{order}/cancel")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CancellationResource {
    @Inject
    private PaymentWishes wishes;

    @POST
    public Response cancel(@PathParam("order") String order) {
        Cancellation cancellation = wishes.cancel(OrderOf.token(order));
        return switch (cancellation) {
            case UNDERWAY, OVER ->
                Response.accepted(Json.createObjectBuilder()
                                .add("order", order)
                                .add("cancellation", cancellation.name())
                                .build()
                                .toString())
                        .header("Cache-Control", "no-store")
                        .build();
            case BEING_CAPTURED ->
                throw paid("The money is being taken just now. If the order gets paid, give it back by POST …/" + order
                        + "/refunds.");
            case CAPTURED -> throw paid("The order is paid. Give the money back by POST …/" + order + "/refunds.");
            case NO_SUCH_ORDER -> throw OrderOf.unknown(order);
        };
    }

    private static ProblemException paid(String detail) {
        return new ProblemException(Problem.of(409, "already-paid", "The order cannot be cancelled", detail));
    }
}
