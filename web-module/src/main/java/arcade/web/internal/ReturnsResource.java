package arcade.web.internal;

import arcade.fulfilment.Outcome;
import arcade.fulfilment.Returns;
import arcade.ordering.Orders;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.request.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides what shoppers sent back, once: no key is needed. */
@Path("orders/{order}/returns/{return}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReturnsResource {
    @Inject
    private Returns returns;

    @Inject
    private Orders orders;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** The pieces are here: their money goes back, and {@code undamaged} ones into stock. */
    @POST
    @Path("received")
    public Response received(
            @PathParam("order") String order, @PathParam("return") String returned, InputStream bytes) {
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        return decide(
                order,
                returned,
                (store, ref) -> returns.received(store, ref, OutcomeDocuments.pieces(body, "undamaged")));
    }

    /** @param bytes says {@code why}, for the shopper to read */
    @POST
    @Path("refused")
    public Response refused(@PathParam("order") String order, @PathParam("return") String returned, InputStream bytes) {
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        return decide(order, returned, (store, ref) -> returns.refuse(store, ref, body.optionalText("why")));
    }

    private Response decide(String order, String returned, BiFunction<Store, Token, Outcome> decision) {
        Store store = orders.storeOf(OrderOf.token(order)).orElseThrow(() -> OrderOf.unknown(order));
        Outcome outcome = Token.isToken(returned) && returns.isOf(OrderOf.token(order), new Token(returned))
                ? decision.apply(store, new Token(returned))
                : Outcome.refused(Outcome.Reason.NO_SUCH_RETURN, "There is no return " + returned + ".");
        return OutcomeDocuments.answer("return", outcome);
    }
}
