package arcade.web.internal;

import arcade.payment.RefundDecision;
import arcade.payment.RefundDecision.Granted;
import arcade.payment.RefundDecision.Refused;
import arcade.payment.Refunds;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import arcade.web.request.IdempotencyKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives money of an order back, in full or in part. */
@Path("orders/{order}/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RefundsResource {
    @Inject
    private Refunds refunds;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** The same key is the same refund, for ever: it is kept with it, so there is no other record of the answer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            @Context ContainerRequestContext request, @PathParam("order") String order, InputStream bytes) {
        String key = IdempotencyKey.require(IdempotencyKey.of(request));
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        RefundDecision decision = refunds.request(OrderOf.token(order), amount(body), body.optionalText("reason"), key);
        if (decision instanceof Refused refused) {
            throw new ProblemException(RefundDocuments.problem(refused));
        }
        Granted granted = (Granted) decision;
        Response.ResponseBuilder answer = Response.status(Response.Status.CREATED)
                .entity(RefundDocuments.refund(granted.refund()).build().toString())
                .header("Cache-Control", "no-store");
        return (granted.again() ? answer.header("Idempotent-Replayed", "true") : answer).build();
    }

    /** Oldest first. */
    @GET
    public Response list(@PathParam("order") String order) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        refunds.ofOrder(OrderOf.token(order)).forEach(refund -> list.add(RefundDocuments.refund(refund)));
        return Response.ok(
                        Json.createObjectBuilder().add("refunds", list).build().toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A forgotten or misspelt member must not give everything back. */
    private static OptionalLong amount(Body body) {
        if (!body.names("amountMinor")) {
            throw body.wrong("amountMinor", "is missing; null gives back all that is left");
        }
        return body.optionalInteger("amountMinor").map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
