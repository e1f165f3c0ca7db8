package arcade.web.internal;

import arcade.payment.Attention;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import arcade.web.request.PageNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a human must look at: where the shop and the gateway differ, newest first. */
@Path("payments/attention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AttentionResource {
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int LAST_PAGE = 1_000;

    @Inject
    private Attention attention;

    @Inject
    @ConfigProperty(name = "arcade.api.body.bytes", defaultValue = "16384")
    private int mostBytes;

    @GET
    public Response list(@QueryParam("page") String page, @QueryParam("size") String size) {
        int number = PageNumber.read("page", page, 1, LAST_PAGE);
        int most = PageNumber.read("size", size, USUAL_SIZE, LARGEST_SIZE);
        JsonArrayBuilder items = Json.createArrayBuilder();
        attention.open((number - 1) * most, most).forEach(item -> items.add(item(item)));
        return Response.ok(Json.createObjectBuilder()
                        .add("items", items)
                        .add("page", number)
                        .add("size", most)
                        .add("total", attention.count())
                        .build()
                        .toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    /** For what does not end by itself: a human saw to it, and says how. */
    @POST
    @Path("close")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response close(InputStream bytes) {
        Body body = Body.parse(Body.bytes(bytes, mostBytes));
        String kind = body.text("kind");
        String subject = body.text("subject");
        String note = body.text("note").strip();
        if (note.isEmpty() || note.length() > Attention.NOTE_LENGTH) {
            throw body.wrong("note", "must tell in 1 to " + Attention.NOTE_LENGTH + " characters what was done");
        }
        if (!attention.close(kind, subject, note)) {
            throw new ProblemException(Problem.of(
                    404, "no-such-break", "No such row", "There is no " + kind + " about '" + subject + "'."));
        }
        return Response.noContent().build();
    }

    private static JsonObjectBuilder item(Attention.Item item) {
        return Json.createObjectBuilder()
                .add("kind", item.kind())
                .add("subject", item.subject())
                .add("payment", text(item.paymentRef()))
                .add("order", text(item.orderRef()))
                .add("gatewayIntent", text(item.gatewayIntent()))
                .add("detail", item.detail())
                .add("cure", text(item.cure()))
                .add("foundAt", item.foundAt().toString())
                .add("seenAt", item.seenAt().toString());
    }

    private static JsonValue text(Optional<String> text) {
        return text.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
    }
}
