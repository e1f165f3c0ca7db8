package arcade.web.internal;

import arcade.promotion.KeptPromotion;
import arcade.promotion.Promotions;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The price rules of a store. None is ever deleted: orders name them. */
@Path("stores/{code}/promotions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PromotionsResource {
    @Inject
    private Stores stores;

    @Inject
    private Promotions promotions;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    /** The newest first, the inactive ones too. */
    @GET
    public Response list(@PathParam("code") String code) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        promotions.all(store(code)).forEach(kept -> list.add(PromotionDocument.write(kept)));
        return answer(
                200, Json.createObjectBuilder().add("promotions", list).build().toString());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, InputStream bytes) {
        Store store = store(code);
        long id = promotions.add(store, PromotionDocument.read(0, body(bytes)), true);
        return answer(201, document(promotions.find(store, id).orElseThrow()));
    }

    /** Makes the rule what the document says, if nobody changed it since {@code version}. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("code") String code, @PathParam("id") long id, InputStream bytes) {
        Store store = store(code);
        Body body = body(bytes);
        boolean changed = promotions.change(
                store, PromotionDocument.read(id, body), body.flag("active", true), body.integer("version"));
        KeptPromotion now = promotions.find(store, id).orElseThrow(() -> unknown("promotion " + id, code));
        if (!changed) {
            throw new ProblemException(Problem.of(
                    409,
                    "changed-meanwhile",
                    "Somebody else changed it",
                    "The promotion is of version " + now.version() + " now: read it again and change that."));
        }
        return answer(200, document(now));
    }

    private Body body(InputStream bytes) {
        return Body.parse(Body.bytes(bytes, mostBytes));
    }

    private Store store(String code) {
        return stores.byCode(code)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no-such-store", "No such store", "There is no store " + code + ".")));
    }

    private static ProblemException unknown(String what, String code) {
        return new ProblemException(Problem.of(
                404, "no-such-promotion", "No such promotion", "The store " + code + " has no " + what + "."));
    }

    private static String document(KeptPromotion kept) {
        return PromotionDocument.write(kept).build().toString();
    }

    private static Response answer(int status, String document) {
        return Response.status(status)
                .entity(document)
                .header("Cache-Control", "no-store")
                .build();
    }
}
