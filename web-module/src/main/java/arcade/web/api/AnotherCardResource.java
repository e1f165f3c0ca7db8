package arcade.web.api;

import arcade.payment.PaymentMethod;
import arcade.payment.PaymentWishes;
import arcade.payment.PaymentWishes.AnotherCard;
import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pays an order with another card, after the last one was declined. The gateway's intent stays the same. */
@ApplicationScoped
@Path("orders/{order}/payment")
@Produces(MediaType.APPLICATION_JSON)
public class AnotherCardResource {
    @Inject
    private PaymentWishes wishes;

    @Inject
    private OrderDocuments orders;

    @Inject
    private OnceOnly once;

    @Inject
    private WaitingRoom room;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void tryAnother(
            @Context ContainerRequestContext request,
            @PathParam("order") String order,
            @HeaderParam(Preference.HEADER) String prefer,
            InputStream body,
            @Suspended AsyncResponse response) {
        Mutation mutation = Mutation.of(request, body, mostBytes).requireKey();
        PaymentMethod card = card(mutation.json());
        Answer tried = once.answer(mutation, () -> tryAnother(mutation.store(), order, card));
        Optional<Duration> wait = Preference.wait(prefer);
        if (wait.isEmpty()) {
            response.resume(tried.response().build());
        } else {
            room.await(
                    OrderDocuments.token(order),
                    wait.get(),
                    OrdersResource::isDecided,
                    Later.resume(response, () -> decided(mutation.store(), order, tried, wait.get())));
        }
    }

    private Response decided(Store store, String order, Answer tried, Duration waited) {
        String now = Documents.order(orders.view(store, order)).toString();
        return new Answer(tried.status(), now, tried.replayed())
                .response()
                .header(Preference.APPLIED, Preference.applied(waited))
                .build();
    }

    private Answer tryAnother(Store store, String order, PaymentMethod card) {
        orders.view(store, order);
        AnotherCard answer = wishes.anotherCard(OrderDocuments.token(order), card);
        if (answer != AnotherCard.TRIED) {
            throw new ProblemException(Problem.of(409, "no-other-card", "No other card can be tried", whyNot(answer)));
        }
        return OrderDocuments.document(202, orders.view(store, order));
    }

    private static PaymentMethod card(Body payment) {
        PaymentMethod method = CheckoutsResource.payment(payment);
        if (method.kind() != PaymentMethod.Kind.TOKEN) {
            throw payment.wrong("method", "must be \"token\": the gateway's page asks for another card by itself");
        }
        return method;
    }

    private static String whyNot(AnotherCard answer) {
        return switch (answer) {
            case NOT_DECLINED -> "The payment is not declined; see its state.";
            case ON_ITS_PAGE -> "This order is paid on the gateway's page: another card is tried there.";
            case NONE_LEFT -> "As many cards were tried as may be, or the order is being cancelled. Place a new order.";
            case TRIED, NO_SUCH_ORDER -> throw new IllegalStateException("no refusal: " + answer);
        };
    }
}
