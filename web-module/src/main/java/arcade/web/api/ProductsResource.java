package arcade.web.api;

import arcade.catalog.CardQuery;
import arcade.catalog.Catalog;
import arcade.catalog.ProductPage;
import arcade.catalog.VariantView;
import arcade.shared.Sku;
import arcade.stock.Stock;
import arcade.store.Store;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import arcade.web.request.PageNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the store sells, the same for everybody. */
@ApplicationScoped
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {
    @Inject
    private Catalog catalog;

    @Inject
    private Stock stock;

    @Inject
    @ConfigProperty(name = "arcade.api.cache.seconds", defaultValue = "10")
    private int sharedSeconds;

    @GET
    public Response list(
            @Context ContainerRequestContext request,
            @QueryParam("category") String category,
            @QueryParam("q") String words,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Store store = StoreOfHost.store(request);
        Optional<String> wanted = Optional.ofNullable(category);
        if (wanted.isPresent() && catalog.category(store, category).isEmpty()) {
            throw notFound("no-such-category", "No such category", "This shop has no category " + category + ".");
        }
        CardQuery query = CardQuery.search(wanted, words == null ? "" : words)
                .page(
                        PageNumber.read("page", page, 1, CardQuery.LAST_PAGE),
                        PageNumber.read("size", size, CardQuery.USUAL_SIZE, CardQuery.LARGEST_PAGE));
        return shared(ProductDocuments.list(store, catalog.cards(store, query)));
    }

    @GET
    @Path("{handle}")
    public Response see(@Context ContainerRequestContext request, @PathParam("handle") String handle) {
        Store store = StoreOfHost.store(request);
        ProductPage product = catalog.product(store, handle)
                .orElseThrow(() ->
                        notFound("no-such-product", "No such product", "This shop has no product " + handle + "."));
        Map<Sku, Long> left = stock.onHand(
                store,
                product.variants().stream()
                        .filter(VariantView::tracked)
                        .map(VariantView::sku)
                        .toList());
        return shared(ProductDocuments.product(store, product, left));
    }

    private Response shared(JsonObject document) {
        return Response.ok(document.toString(), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "public, max-age=0, s-maxage=" + sharedSeconds)
                .build();
    }

    private static ProblemException notFound(String name, String title, String detail) {
        return new ProblemException(Problem.of(404, name, title, detail));
    }
}
