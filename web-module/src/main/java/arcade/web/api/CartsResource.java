package arcade.web.api;

import arcade.cart.CartAnswer;
import arcade.cart.CartRefusal;
import arcade.cart.Carts;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Anonymous carts: whoever knows the token may see and change the cart. */
@ApplicationScoped
@Path("carts")
@Produces(MediaType.APPLICATION_JSON)
public class CartsResource {
    @Inject
    private Carts carts;

    @Inject
    private OnceOnly once;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    @POST
    public Response start(@Context ContainerRequestContext request, InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        Answer answer = once.answer(
                mutation,
                () -> Answer.of(
                        201, Documents.cart(carts.start(mutation.store())).toString()));
        return answer.response()
                .location(StoreOfHost.address(request, "carts", answer.token()))
                .build();
    }

    @GET
    @Path("{cart}")
    public Response see(
            @Context ContainerRequestContext request,
            @PathParam("cart") String cart,
            @QueryParam("country") String country) {
        Store store = StoreOfHost.store(request);
        CartAnswer answer = carts.see(store, token(cart), country == null ? store.country() : country);
        return Answer.of(200, document(answer)).response().build();
    }

    @POST
    @Path("{cart}/lines")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Context ContainerRequestContext request, @PathParam("cart") String cart, InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes).requireKey();
        Body line = mutation.json();
        String sku = line.text("sku");
        long quantity = line.integer("quantity");
        return changed(mutation, cart, token -> carts.add(mutation.store(), token, sku, quantity));
    }

    @PUT
    @Path("{cart}/lines/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @Context ContainerRequestContext request,
            @PathParam("cart") String cart,
            @PathParam("sku") String sku,
            InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        long quantity = mutation.json().integer("quantity");
        return changed(mutation, cart, token -> carts.change(mutation.store(), token, sku, quantity));
    }

    @DELETE
    @Path("{cart}/lines/{sku}")
    public Response remove(
            @Context ContainerRequestContext request,
            @PathParam("cart") String cart,
            @PathParam("sku") String sku,
            InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        return changed(mutation, cart, token -> carts.remove(mutation.store(), token, sku));
    }

    @PUT
    @Path("{cart}/coupon")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response redeem(@Context ContainerRequestContext request, @PathParam("cart") String cart, InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        String code = mutation.json().text("code");
        return changed(mutation, cart, token -> carts.redeem(mutation.store(), token, code));
    }

    @DELETE
    @Path("{cart}/coupon")
    public Response withoutCoupon(
            @Context ContainerRequestContext request, @PathParam("cart") String cart, InputStream body) {
        Mutation mutation = Mutation.of(request, body, mostBytes);
        return changed(mutation, cart, token -> carts.withoutCoupon(mutation.store(), token));
    }

    private Response changed(Mutation mutation, String cart, Function<Token, CartAnswer> change) {
        Token token = token(cart);
        Supplier<Answer> work = () -> Answer.of(200, document(change.apply(token)));
        return once.answer(mutation, work).response().build();
    }

    private static Token token(String cart) {
        if (!Token.isToken(cart)) {
            throw refused(CartRefusal.NO_SUCH_CART, "This shop has no cart " + cart + ". Start a new one.");
        }
        return new Token(cart);
    }

    private static String document(CartAnswer answer) {
        if (answer instanceof CartAnswer.Refused refused) {
            throw refused(refused.reason(), refused.detail());
        }
        return Documents.cart(((CartAnswer.Current) answer).cart()).toString();
    }

    private static ProblemException refused(CartRefusal reason, String detail) {
        return new ProblemException(
                switch (reason) {
                    case NO_SUCH_CART -> Problem.of(404, "no-such-cart", "No such cart", detail);
                    case EXPIRED -> Problem.of(410, "cart-expired", "The cart expired", detail);
                    case ALREADY_ORDERED -> Problem.of(409, "cart-ordered", "The cart was ordered already", detail);
                    case NO_SUCH_SKU -> Problem.of(422, "no-such-sku", "No such SKU", detail);
                    case NOT_IN_CART -> Problem.of(404, "not-in-cart", "Not in the cart", detail);
                    case QUANTITY -> Problem.of(422, "quantity", "Quantity out of range", detail);
                    case NO_SUCH_COUPON -> Problem.of(422, "no-such-coupon", "No such coupon", detail);
                    case COUPON_USED_UP -> Problem.of(409, "coupon-used-up", "The coupon has been used up", detail);
                    case TOO_MANY_LINES -> Problem.of(422, "too-many-lines", "Too many lines", detail);
                });
    }
}
