package arcade.web.internal;

import arcade.content.ContentPage;
import arcade.content.ContentPages;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The first words of a store. Whatever staff made of a page stays: it is only added where there is none. */
@Path("stores/{code}/pages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContentPagesResource {
    /** Each character may take four bytes, or six where JSON escapes it. */
    private static final int MOST_BYTES = 6 * ContentPage.LONGEST_BODY + 4096;

    @Inject
    private Stores stores;

    @Inject
    private ContentPages pages;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, InputStream bytes) {
        Store store = stores.byCode(code)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no-such-store", "No such store", "There is no store " + code + ".")));
        ContentPage page = read(Body.parse(Body.bytes(bytes, MOST_BYTES)));
        long id = pages.add(store, page)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        409,
                        "page-taken",
                        "There is such a page",
                        "The store " + code + " has a page " + page.handle() + " already.")));
        return Response.status(201)
                .entity(Json.createObjectBuilder()
                        .add("id", id)
                        .add("handle", page.handle())
                        .build()
                        .toString())
                .header("Cache-Control", "no-store")
                .build();
    }

    private static ContentPage read(Body body) {
        try {
            return new ContentPage(
                    body.text("handle"),
                    body.text("title"),
                    body.text("body"),
                    Math.toIntExact(body.optionalInteger("position").orElse(0L)),
                    body.flag("published", true));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ProblemException(Problem.of(422, "page-refused", "Not a page", e.getMessage()));
        }
    }
}
