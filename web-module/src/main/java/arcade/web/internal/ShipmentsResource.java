package arcade.web.internal;

import arcade.fulfilment.Outcome;
import arcade.fulfilment.Shipments;
import arcade.fulfilment.Shipping;
import arcade.ordering.Orders;
import arcade.shared.Token;
import arcade.store.Store;
import arcade.web.request.Body;
import arcade.web.request.IdempotencyKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends pieces of a paid order, and says when they were delivered. */
@Path("orders/{order}/shipments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ShipmentsResource {
    @Inject
    private Shipments shipments;

    @Inject
    private Orders orders;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** The same key of the same order is the same shipment, for ever. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @Context ContainerRequestContext request, @PathParam("order") String order, InputStream bytes) {
        String key = IdempotencyKey.require(IdempotencyKey.of(request));
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        Token token = OrderOf.token(order);
        Store store = orders.storeOf(token).orElseThrow(() -> OrderOf.unknown(order));
        Shipping wish = new Shipping(
                key,
                body.text("carrier"),
                body.optionalText("trackingNumber"),
                Optional.of(body.optionalText("trackingUrl")).filter(url -> !url.isEmpty()),
                OutcomeDocuments.pieces(body, "lines"));
        return OutcomeDocuments.answer("shipment", shipments.ship(store, token, wish));
    }

    @POST
    @Path("{shipment}/delivered")
    public Response delivered(@PathParam("order") String order, @PathParam("shipment") String shipment) {
        Outcome outcome = Token.isToken(shipment) && shipments.isOf(OrderOf.token(order), new Token(shipment))
                ? shipments.delivered(new Token(shipment))
                : Outcome.refused(Outcome.Reason.NO_SUCH_SHIPMENT, "There is no shipment " + shipment + ".");
        return OutcomeDocuments.answer("shipment", outcome);
    }
}
