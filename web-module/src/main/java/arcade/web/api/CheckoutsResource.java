package arcade.web.api;

import arcade.ordering.Address;
import arcade.ordering.BillingAddress;
import arcade.ordering.Buyer;
import arcade.ordering.Checkout;
import arcade.ordering.Orders;
import arcade.ordering.PlaceOrder;
import arcade.ordering.Placement;
import arcade.payment.PaymentMethod;
import arcade.payment.PaymentState;
import arcade.shared.Money;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes an order of a cart. Repeated with the same key it is the same order. */
@ApplicationScoped
@Path("checkouts")
@Produces(MediaType.APPLICATION_JSON)
public class CheckoutsResource {
    @Inject
    private Checkout checkout;

    @Inject
    private Orders orders;

    @Inject
    private OnceOnly once;

    @Inject
    private WaitingRoom room;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void place(
            @Context ContainerRequestContext request,
            @HeaderParam(Preference.HEADER) String prefer,
            InputStream body,
            @Suspended AsyncResponse response) {
        Mutation mutation = Mutation.of(request, body, mostBytes).requireKey();
        PlaceOrder wish = wish(mutation, StoreOfHost.origin(request));
        Answer placed = once.answer(mutation, () -> place(mutation.store(), wish));
        Token order = placed.token();
        URI location = StoreOfHost.address(request, "orders", order);
        Optional<Duration> wait = Preference.wait(prefer);
        if (wait.isEmpty()) {
            response.resume(placed.response().location(location).build());
        } else {
            room.await(
                    order,
                    wait.get(),
                    PaymentState::isDecided,
                    Later.resume(response, () -> decided(mutation.store(), order, placed, location, wait.get())));
        }
    }

    /** The order as it is after the wait, which is what a client that waits asks for, also when it repeats its request. */
    private Response decided(Store store, Token order, Answer placed, URI location, Duration waited) {
        return new Answer(placed.status(), document(store, order), placed.replayed())
                .response()
                .location(location)
                .header(Preference.APPLIED, Preference.applied(waited))
                .build();
    }

    private Answer place(Store store, PlaceOrder wish) {
        Placement placement = checkout.place(store, wish);
        if (placement instanceof Placement.Refused refused) {
            throw new ProblemException(CheckoutProblem.of(refused));
        }
        return Answer.of(201, document(store, ((Placement.Placed) placement).order()));
    }

    private String document(Store store, Token order) {
        return Documents.order(orders.find(store, order).orElseThrow()).toString();
    }

    private static PlaceOrder wish(Mutation mutation, String origin) {
        Body body = mutation.json();
        String cart = body.text("cart");
        if (!Token.isToken(cart)) {
            throw body.wrong("cart", "is not the token of a cart");
        }
        Optional<Money> expected = body.optionalInteger("expectedTotalMinor")
                .map(minor -> new Money(minor, mutation.store().currency()));
        return new PlaceOrder(
                mutation.checkoutKey(),
                new Token(cart),
                new Buyer(body.optionalText("email"), body.optionalText("name")),
                address(body.object("address")),
                body.optionalObject("billing").map(CheckoutsResource::billing),
                payment(body.object("payment")),
                origin,
                expected);
    }

    private static BillingAddress billing(Body billing) {
        return new BillingAddress(billing.optionalText("name"), address(billing));
    }

    private static Address address(Body address) {
        return new Address(
                address.optionalText("line1"),
                address.optionalText("postalCode"),
                address.optionalText("city"),
                address.optionalText("country"));
    }

    static PaymentMethod payment(Body payment) {
        String method = payment.text("method");
        if (method.equals("hosted")) {
            return PaymentMethod.hosted();
        }
        if (!method.equals("token")) {
            throw payment.wrong("method", "must be \"hosted\" or \"token\"");
        }
        try {
            return PaymentMethod.token(payment.text("token"));
        } catch (IllegalArgumentException notOne) {
            throw payment.wrong("token", "must be a payment method of the gateway, pm_…");
        }
    }
}
